// A certificate and a request that the server can read: no random change makes one.

/** Of an authority that does not exist, valid for a hundred years. */
export const CERTIFICATE = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBcjCCARegAwIBAgIUdIyaJ4HtDOkOwxz5GAcr40vMfqkwCgYIKoZIzj0EAwIw',
  'DTELMAkGA1UEAwwCY2EwIBcNMjYxMTIyMDEyMDU4WhgPMjEyNjEwMjkwMTIwNTha',
  'MA0xCzAJBgNVBAMMAmNhMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEyWfqGKIH',
  '2cpoBAAl6q10gr7t8jlHPZhZZMTqrMJPfTQaTCPOdH1PftXmDrslp06Tw8lXtAfc',
  'dEnJu2JeEQjITKNTMFEwHQYDVR0OBBYEFAJri0xLt2HHHewr8AkIEezaHCRIMB8G',
  'A1UdIwQYMBaAFAJri0xLt2HHHewr8AkIEezaHCRIMA8GA1UdEwEB/wQFMAMBAf8w',
  'CgYIKoZIzj0EAwIDSQAwRgIhAM4C5irZ+fOUr8W2EwTUM5ON/mIu+i3CwuEbq4AF',
  'QK+9AiEApE7C7b58fqg+J/et5/FCO4hjBPr4pc5a6AEupQlPPNc=',
  '-----END CERTIFICATE-----',
].join('\n');
/** A request for the key of that certificate. */
export const REQUEST = [
  '-----BEGIN CERTIFICATE REQUEST-----',
  'MIHJMHECAQAwDzENMAsGA1UEAwwEamFuZTBZMBMGByqGSM49AgEGCCqGSM49AwEH',
  'A0IABMln6hiiB9nKaAQAJeqtdIK+7fI5Rz2YWWTE6qzCT300GkwjznR9T37V5g67',
  'JadOk8PJV7QH3HRJybtiXhEIyEygADAKBggqhkjOPQQDAgNIADBFAiEA4LNQ7WK0',
  'L9eQX7+NDoPIARQn01MrfHLPo4m/tqdshJMCIHdd563U1XsTL0+y9J6+DWAxQMUs',
  'M70h+5J5MExLeIvm',
  '-----END CERTIFICATE REQUEST-----',
].join('\n');

/** The request in DER, as base64. */
export const STUB = 'MIHJMHECAQAwDzENMAsGA1UEAwwEamFuZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMln6hiiB9nKaAQAJeqtdIK+7fI5Rz2Y'
  + 'WWTE6qzCT300GkwjznR9T37V5g67JadOk8PJV7QH3HRJybtiXhEIyEygADAKBggqhkjOPQQDAgNIADBFAiEA4LNQ7WK0L9eQX7+NDoPIARQn01MrfHLPo4m/tqdshJMCIHdd563U1XsTL0+y9J6+DWAxQMUsM70h+5J5MExLeIvm';
