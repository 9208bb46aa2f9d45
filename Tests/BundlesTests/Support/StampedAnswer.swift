import Foundation

/// The answer of a test authority of ours for the SHA-256 of nothing: made with `openssl ts` 3.0, an authority that exists nowhere else.
enum StampedAnswer {
    static let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// DER in base 64.
    static let text = """
        MIIDfjADAgEAMIIDdQYJKoZIhvcNAQcCoIIDZjCCA2ICAQMxDzANBglghkgBZQMEAgEFADBrBgsqhkiG9w0BCRABBKBcBFowWAIB \
        AQYEKgMEATAxMA0GCWCGSAFlAwQCAQUABCDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQIBAhgPMjAyNjExMjcwNDAw \
        NDBaMAMCAQEBAf+gggGIMIIBhDCCASugAwIBAgIUFtc9Xrt3WeoweNbXcfujiobFj4AwCgYIKoZIzj0EAwIwJDEiMCAGA1UEAwwZ \
        VGVzdCBhdXRob3JpdHkgb2YgcGVsYWNhazAgFw0yNjExMjcwNDAwNDBaGA8yMTI2MTEwMzA0MDA0MFowJDEiMCAGA1UEAwwZVGVz \
        dCBhdXRob3JpdHkgb2YgcGVsYWNhazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAtZp4ky3UAcnMNI9HqqVJ3L071IEYNyUJ1d \
        eKFka2JfQVip+yP0+E+Q0pyBWhLddDJQVIWaXtHmOEQaJ8nwh5KjOTA3MBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMB0GA1UdDgQW \
        BBSTo+UBbdUefBlezidHtZSC5qnM7jAKBggqhkjOPQQDAgNHADBEAiAqONmkau/ckUrAkVDFxatpQa4JShap2swmtKHxOJygDwIg \
        FMnQppuygDm8bKVjHROJ9HZQPIIaprjt1nyZNJpQatAxggFRMIIBTQIBATA8MCQxIjAgBgNVBAMMGVRlc3QgYXV0aG9yaXR5IG9m \
        IHBlbGFjYWsCFBbXPV67d1nqMHjW13H7o4qGxY+AMA0GCWCGSAFlAwQCAQUAoIGkMBoGCSqGSIb3DQEJAzENBgsqhkiG9w0BCRAB \
        BDAcBgkqhkiG9w0BCQUxDxcNMjYxMTI3MDQwMDQwWjAvBgkqhkiG9w0BCQQxIgQgoj8CIaVIQZ6g563xtdRv8MYNBZDNPaEUbTdw \
        BBS4CQwwNwYLKoZIhvcNAQkQAi8xKDAmMCQwIgQgbyKeozHK/bHb4tTOicNWTkmXIu7aWK+r52ZGEKOwOnowCgYIKoZIzj0EAwIE \
        SDBGAiEAuEJ7+3SVBX5Q3nomUcdBPJOCjdRaNI7TJbrnHn4XPoICIQC/KLMkHKbPAh7DRdE5gSp5GtWzt2uOunqGu9IjQie+AA==
        """

    static var bytes: [UInt8] { [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data()) }
}
