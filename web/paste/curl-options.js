/**
 * curl's options (curl's manual page), as far as they take an argument or say something of the request.
 */

/** Letters that take an argument. */
export const lettersWithArgument = 'AbcCdDeEFHKmoPQrtTuUwxXyYz';

/** @type {Record<string, string>} */
export const nameOfLetter = {
  A: 'user-agent', b: 'cookie', d: 'data', e: 'referer', F: 'form', G: 'get', H: 'header', I: 'head', r: 'range', T: 'upload-file', u: 'user',
  X: 'request',
};

/** Options that take an argument, and say nothing that matters here. */
const ignoredWithArgument =
  'abstract-unix-socket alt-svc cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at cookie-jar create-file-mode ' +
  'crlfile curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare ' +
  'etag-save expect100-timeout happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hsts interface ip-tos ipfs-gateway keepalive-cnt ' +
  'keepalive-time key key-type krb libcurl limit-rate local-port login-options max-filesize max-redirs max-time netrc-file noproxy output ' +
  'output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-header proxy-user ' +
  'proxy1.0 random-file rate request-target resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a socks5 ' +
  'socks5-hostname speed-limit speed-time stderr telnet-option time-cond tls-max tls13-ciphers trace trace-ascii trace-config unix-socket ' +
  'variable vlan-priority write-out';

/** Options that say something of the request, and take an argument. */
const readWithArgument =
  'request url url-query header user-agent cookie referer data data-ascii data-raw data-binary data-urlencode json form form-string upload-file ' +
  'user oauth2-bearer aws-sigv4 range';

/** Options without an argument, those that are read among them. */
const withoutArgument =
  'get head anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable disable-eprt disable-epsv ' +
  'disallow-username-in-url fail fail-early fail-with-body false-start form-escape ftp-create-dirs globoff haproxy-protocol help http0.9 http1.0 ' +
  'http1.1 http2 http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies list-only ' +
  'location location-trusted manual metalink negotiate netrc netrc-optional next no-alpn no-buffer no-clobber no-keepalive no-npn ' +
  'no-progress-meter no-sessionid ntlm parallel parallel-immediate path-as-is post301 post302 post303 progress-bar proxy-anyauth proxy-basic ' +
  'proxy-insecure proxytunnel raw remote-header-name remote-name remote-name-all remote-time remove-on-error retry-all-errors ' +
  'retry-connrefused show-error show-headers silent skip-existing sslv2 sslv3 ssl-no-revoke ssl-revoke-best-effort styled-output ' +
  'suppress-connect-headers tcp-fastopen tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time verbose version ' +
  'xattr';

export const longWithArgument = new Set(`${readWithArgument} ${ignoredWithArgument}`.split(' '));
export const longWithoutArgument = new Set(withoutArgument.split(' '));
