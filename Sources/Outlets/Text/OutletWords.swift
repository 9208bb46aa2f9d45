/// The few words outlets add of their own, in both languages.
enum OutletWords {
    static func simulated(_ language: OutletLanguage) -> String {
        switch language {
        case .english: "SIMULATED"
        case .indonesian: "SIMULASI"
        }
    }

    static func testTitle(_ language: OutletLanguage) -> String {
        switch language {
        case .english: "Test message of pelacak"
        case .indonesian: "Pesan uji dari pelacak"
        }
    }

    static func testBody(_ language: OutletLanguage, outlet: String) -> String {
        switch language {
        case .english: "This is a test of the outlet \(outlet). Nothing happened in the sky."
        case .indonesian: "Ini uji coba saluran \(outlet). Tidak ada yang terjadi di langit."
        }
    }

    static func digest(_ language: OutletLanguage, count: Int) -> String {
        switch language {
        case .english: "\(count) alerts"
        case .indonesian: "\(count) peringatan"
        }
    }

    static func more(_ language: OutletLanguage, count: Int) -> String {
        switch language {
        case .english: "and \(count) more"
        case .indonesian: "dan \(count) lagi"
        }
    }

    static func corrects(_ language: OutletLanguage) -> String {
        switch language {
        case .english: "This corrects an earlier alert."
        case .indonesian: "Ini mengoreksi peringatan sebelumnya."
        }
    }
}
