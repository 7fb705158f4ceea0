const SECRET_NAME =
  /(?:passwords?|passwd|passphrase|pwd|secrets?|secretkey|apikey|accesskey|accesskeyid|privatekey|signingkey|encryptionkey|token|authorization|cookie|credentials?|connectionstring)$/

/** Whether the value under a key is secret whatever it looks like, however the key is spelled. */
export function isSecretName(key: string): boolean {
  return SECRET_NAME.test(
    key
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
}
