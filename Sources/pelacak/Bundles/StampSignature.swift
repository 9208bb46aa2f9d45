import Aero
import Bundles
import Foundation

/// Has the signature of a time stamp checked by `openssl ts`, which is asked for nothing else and needs no network.
struct StampSignature {
    /// Of the authority, or of who vouches for it: PEM.
    let authority: String

    /// Checks the signature as of the stamp's own time: authorities' certificates run out, and what they signed before stays signed.
    ///
    /// - Returns: whether the certificate is valid today too.
    /// - Throws: `StampSignatureError` where the signature is not the authority's, or there is no openssl.
    func check(_ file: String, _ stamp: TimeStamp) throws(StampSignatureError) -> Bool {
        let then = try run(file, stamp, ["-attime", "\(Int64(stamp.time.seconds.rounded(.down)))"])
        guard then.isSigned else {
            // - Source: X509_verify_cert_error_string(3), of X509_V_ERR_CERT_HAS_EXPIRED and X509_V_ERR_CERT_NOT_YET_VALID.
            let words = ["certificate has expired", "certificate is not yet valid"]
            let isOfTime = words.contains { then.said.contains($0) }
            throw isOfTime ? .notValidThen(authority: authority) : .otherSignature(authority: authority)
        }
        return try run(file, stamp, []).isSigned
    }

    private func run(
        _ file: String,
        _ stamp: TimeStamp,
        _ more: [String]
    ) throws(StampSignatureError) -> (isSigned: Bool, said: String) {
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["openssl", "ts", "-verify", "-digest", stamp.digest.hex, "-in", file, "-CAfile", authority] + more
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        do { try process.run() } catch { throw .notStarted(error.localizedDescription) }
        let said = (try? errors.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        // 127 is what env gives for a program that is not there.
        guard process.terminationStatus != 127 else { throw .noProgram }
        let isSigned = process.terminationReason == .exit && process.terminationStatus == 0
        return (isSigned, String(decoding: said, as: UTF8.self))
    }
}
