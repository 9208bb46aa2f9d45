import Testing
import Visits

@testable import Bundles

struct EditionPageTests {
    private func page(_ edition: Edition, _ language: Draft.Language) -> String {
        String(decoding: EditionPage(edition, language).bytes, as: UTF8.self)
    }

    /// All values of an attribute.
    private func values(_ attribute: String, in page: String) -> [String] {
        page.components(of: "\(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("every anchor is there once, and every link within the page leads to one", arguments: [true, false])
    func anchorsResolve(isEnglish: Bool) throws {
        let first = try MadeEdition.edition()
        let earlier = Edition.Earlier(
            number: 1,
            digest: first.digest,
            note: DossierText(MadeEdition.evil),
            changes: EditionChange.between(first, try MadeEdition.edition(2, [("claim-3", "x")]).sections)
        )
        let edition = try MadeEdition.edition(2, [("claim-3", "x")], earlier: earlier)
        let page = page(edition, isEnglish ? .english : .indonesian)
        let ids = values(" id", in: page)
        #expect(Set(ids).count == ids.count)
        let links = values("href", in: page).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        #expect(links.count >= 5)
        for link in links { #expect(ids.contains(link), "\(link)") }
        for sentence in edition.sections.flatMap(\.sentences) { #expect(ids.contains(sentence.anchor)) }
    }

    @Test("texts of others stay texts: no element, attribute or direction mark of theirs")
    func escaped() throws {
        let page = page(try MadeEdition.edition(), .english)
        #expect(!page.contains("<script") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;x&#39;"))
        #expect(page.contains("href=\"https://news.example/a?b=&quot;c&quot;&amp;d\""))
    }

    @Test("a page fetches and runs nothing: links alone lead away")
    func noRequest() throws {
        for language in [Draft.Language.english, .indonesian] {
            let page = page(try MadeEdition.edition(), language)
            for word in [
                "<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "srcset", "<object", "onload",
            ] {
                #expect(!page.contains(word), "\(word)")
            }
            #expect(page.contains("default-src 'none'"))
        }
    }

    @Test("addresses that are none of the web are told and not linked")
    func addresses() {
        for (address, isLinked) in [
            ("https://a.example/x", true), ("http://a.example", true), ("javascript:alert(1)", false),
            ("JavaScript:x", false), ("data:text/html,x", false), ("https://a.example/ x", false),
            ("file:///etc", false),
        ] {
            #expect((EditionSource(anchor: "a", address: address).link != nil) == isLinked, "\(address)")
        }
    }

    @Test("the simulated world is named on each page, in its language")
    func simulated() throws {
        for (language, label) in [(Draft.Language.english, "SIMULATED"), (.indonesian, "SIMULASI")] {
            let told = page(try MadeEdition.edition(), language)
            // In the window's name, at the head, in the picture, at the foot.
            #expect(told.contains("<title>\(label) · "))
            #expect(told.components(of: "class=\"simulated\">\(label)").count == 3)
            #expect(told.contains("y=\"40\">\(label)</text>"))
            #expect(!page(try MadeEdition.edition(world: .real), language).contains(label))
        }
    }

    @Test("the foot says what verification proves and what not; links are words of the page's language")
    func words() throws {
        let edition = try MadeEdition.edition()
        let (english, indonesian) = (page(edition, .english), page(edition, .indonesian))
        #expect(english.contains("sees that nothing was changed since") && english.contains("does not prove"))
        #expect(indonesian.contains("sejak itu tidak ada yang berubah") && indonesian.contains("tidak membuktikan"))
        #expect(english.contains("SHA-256 of its bundle") && indonesian.contains("SHA-256 bundel buktinya"))
        #expect(english.contains("<a href=\"#report-1\">source 1</a>"))
        #expect(indonesian.contains("<a href=\"#report-1\">sumber 1</a>"))
        #expect(values("aria-label", in: indonesian).contains("Ke kalimat ini"))
        #expect(!indonesian.contains(">claim-1<") && !indonesian.contains("\"claim-1\">report-1"))
    }

    @Test(
        "coasts and borders lie below what the map is of, each kind its own, told and credited in the page's language"
    )
    func outline() throws {
        let world = try MadeOutline.world(MadeOutline.asia)
        let places = try MadeEdition.edition().places
        let edition = try MadeEdition.edition(outline: EditionOutline(world, below: places))
        for (language, source, borders) in [
            (Draft.Language.english, "Natural Earth, public domain.", "contested ones are dashed"),
            (.indonesian, "Natural Earth, domain publik.", "yang dipersengketakan digambar putus-putus"),
        ] {
            let told = page(edition, language)
            let picture = String(try #require(told.components(of: "<svg").last))
            let order = [
                "class=\"grid\"", "class=\"border\"", "class=\"disputed\"", "class=\"coast\"", "class=\"way\"",
            ]
            let ranges = try order.map { try #require(picture.firstRange(of: $0)).lowerBound }
            #expect(ranges == ranges.sorted())
            let caption = try #require(told.components(of: "<figcaption>").last).prefix { $0 != "<" }
            #expect(caption.contains(source) && caption.contains(borders))
            #expect(told.contains(".disputed { stroke-dasharray"))
        }
        // Pixels to a tenth, and the same on both pages.
        let drawn = values(" d", in: page(edition, .english))
        #expect(drawn.count == 3 && drawn == values(" d", in: page(edition, .indonesian)))
        for path in drawn { #expect(path.allSatisfy { "M0123456789., -".contains($0) }, "\(path)") }
    }

    @Test("where there are coasts alone nothing is said of borders")
    func coastsAlone() throws {
        let world = try MadeOutline.world(Array(MadeOutline.asia.prefix(1)))
        let places = try MadeEdition.edition().places
        let told = page(try MadeEdition.edition(outline: EditionOutline(world, below: places)), .english)
        #expect(told.contains("Natural Earth, public domain.") && !told.contains("contested"))
    }

    @Test("the pages tell the digest of what they say, and of the bundle")
    func digests() throws {
        let edition = try MadeEdition.edition()
        for language in [Draft.Language.english, .indonesian] {
            let page = page(edition, language)
            #expect(page.contains(edition.digest.hex))
            #expect(page.contains(try #require(edition.bundle).hex))
        }
    }
}

extension String {
    fileprivate func components(of separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
