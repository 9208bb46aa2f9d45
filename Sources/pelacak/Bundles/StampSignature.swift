import Bundles
import Foundation

/// Has the signature of a time stamp checked by `openssl ts`, which is asked for nothing else and needs no network.
struct StampSignature {
    /// Of the authority, or of who vouches for it: PEM.
    let authority: String

    /// - Throws: `Failure` where the signature is not the authority's, or there is no openssl.
    func check(_ stamp: String, of digest: ContentSum) throws(Failure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "ts", "-verify", "-digest", digest.hex, "-in", stamp, "-CAfile", authority,
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw Failure("openssl cannot be started: \(error.localizedDescription)") }
        process.waitUntilExit()
        // 127 is what env gives for a program that is not there.
        guard process.terminationStatus != 127 else {
            throw Failure("the signature of the time stamp is checked by openssl, which is not installed")
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure("timestamp.tsr: the signature is not that of \(authority)")
        }
    }
}
