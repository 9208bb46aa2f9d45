import NIOCore
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct LiveMailboxTests {
    private func buffer(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }

    @Test("a frame that was not fetched is replaced by a full one, never queued")
    func newestOnly() async {
        let mailbox = LiveMailbox()
        mailbox.leave(change: buffer("1")) { buffer("full 1") }
        mailbox.leave(change: buffer("2")) { buffer("full 2") }
        mailbox.leave(change: buffer("3")) { buffer("full 3") }
        #expect(await mailbox.next() == buffer("full 3"))
        mailbox.leave(change: buffer("4")) { buffer("full 4") }
        #expect(await mailbox.next() == buffer("4"))
    }

    @Test("events follow the frame and are bounded; the time is dropped when anything waits")
    func events() async {
        let mailbox = LiveMailbox()
        mailbox.leave(event: buffer("t"), isWorthKeeping: false)
        for index in 0..<20 { mailbox.leave(event: buffer("\(index),")) }
        mailbox.leave(event: buffer("t"), isWorthKeeping: false)
        mailbox.leave(change: buffer("c")) { buffer("f") }
        #expect(await mailbox.next() == buffer("c12,13,14,15,16,17,18,19,"))
    }

    @Test("a cancelled or finished reader gets the end")
    func end() async {
        let mailbox = LiveMailbox()
        let reader = Task { await mailbox.next() }
        reader.cancel()
        #expect(await reader.value == nil)
        #expect(await mailbox.next() == nil)
    }
}
