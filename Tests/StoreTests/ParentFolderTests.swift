import Store
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

struct ParentFolderTests {
    @Test(
        "names of one character, bare names, slashes where they do not matter",
        arguments: [
            ("d", "."), ("data", "."), ("é", "."), (".", "."), ("..", "."), ("", "."), ("d/", "."), ("d//", "."),
            ("/", "/"),
            ("/d", "/"), ("/d/", "/"), ("a/b", "a"), ("a//b/", "a"), ("/a/b/c", "/a/b"), ("./d", "."),
            ("a/b.tar.aa", "a"),
        ]
    )
    func folder(path: String, expected: String) { #expect(path.parentFolder == expected) }

    @Test("any path: what the system's dirname says")
    func sameAsTheSystem() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...8, using: &generator)
            let path = String((0..<length).map { _ in "/./ab".randomElement(using: &generator) ?? "/" })
            // safe: the copy ends with a zero and is ours; the answer lies in it or is a constant, and is copied at once.
            var copy = path.utf8CString.map(\.self)
            let system = unsafe copy.withUnsafeMutableBufferPointer { unsafe String(cString: dirname($0.baseAddress)) }
            // Two slashes alone at the beginning may mean something of their own to POSIX; to us they are the root.
            #expect(path.parentFolder == (system == "//" ? "/" : system), "\(path)")
        }
    }
}
