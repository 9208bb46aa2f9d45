extension DossierAssumption {
    /// What is assumed, in a sentence of its own.
    public var words: DossierText {
        switch self {
        case .aircraftOnly:
            DossierText(
                english: "What is heard of an aircraft tells where it was, and nothing of the people in it.",
                indonesian: "Sinyal pesawat memberi tahu di mana pesawat berada, dan tidak tentang orang di dalamnya."
            )
        case .heardOnly:
            DossierText(
                english: "Only aircraft heard here, or told by the sources used here, are compared.",
                indonesian:
                    "Hanya pesawat yang terdengar di sini, atau disebut sumber yang dipakai di sini, yang dibandingkan."
            )
        case .rolePriors:
            DossierText(
                english:
                    "Before anything is heard, most is given to the state's own fleet, little to airliners, to unlisted government aircraft, to business jets, and least to other governments and the military; each share is divided by how many there are. These shares are choices.",
                indonesian:
                    "Sebelum ada yang terdengar, bobot terbesar diberikan kepada armada negara itu, sedikit kepada maskapai, pesawat pemerintah di luar daftar, dan jet bisnis, paling sedikit kepada pemerintah lain dan militer; setiap bobot dibagi jumlah pesawatnya. Bobot ini pilihan."
            )
        case .roles:
            DossierText(
                english:
                    "What an aircraft is follows from lists, registers, its type and its operator, which may be wrong or old.",
                indonesian:
                    "Jenis pesawat disimpulkan dari daftar, register, tipe, dan operatornya, yang bisa keliru atau usang."
            )
        case .nonePriors:
            DossierText(
                english: "That none of the aircraft compared is the one, and that nobody travels, is never ruled out.",
                indonesian:
                    "Bahwa bukan satu pun pesawat yang dibandingkan, dan bahwa tidak ada yang bepergian, tidak pernah dikesampingkan."
            )
        case .announcedTimes:
            DossierText(
                english:
                    "Announced times have soft edges, a quarter of arrivals come late, and a few announcements are wrong by a day or so.",
                indonesian:
                    "Waktu yang diumumkan tidak tajam batasnya, seperempat kedatangan terlambat, dan sebagian kecil pengumuman meleset sekitar sehari."
            )
        case .reach:
            DossierText(
                english:
                    "An aircraft flies no faster than its type allows with a strong wind behind it, and takes time to come down, stand and climb.",
                indonesian:
                    "Pesawat tidak terbang lebih cepat daripada kemampuan tipenya dengan angin kuat dari belakang, dan memerlukan waktu untuk turun, berhenti, dan naik."
            )
        case .legTimes:
            DossierText(
                english: "How long a leg takes follows from its length: at its fastest, as a rule, and slowly.",
                indonesian: "Lama penerbangan dihitung dari jaraknya: tercepat, lazim, dan lambat."
            )
        case .greatCircles:
            DossierText(
                english: "Distances are the shortest ways over the globe; closed airspace makes real ways longer.",
                indonesian:
                    "Jarak adalah jalur terpendek di permukaan bumi; wilayah udara tertutup membuat jalur nyata lebih panjang."
            )
        case .archiveRates:
            DossierText(
                english:
                    "How often aircraft come to an airport, and how often that is heard, is taken from the days before in this archive.",
                indonesian:
                    "Seberapa sering pesawat datang ke bandara, dan seberapa sering itu terdengar, diambil dari hari-hari sebelumnya dalam arsip ini."
            )
        case .usualRates:
            DossierText(
                english: "Where the archive has learned nothing, usual values are taken.",
                indonesian: "Bila arsip belum mempelajari apa pun, nilai lazim dipakai."
            )
        case .silentTransponders:
            DossierText(
                english: "Transponders are off now and then, also where receivers would hear them.",
                indonesian: "Transponder kadang mati, juga di tempat yang akan terdengar penerima."
            )
        case .discs:
            DossierText(
                english:
                    "An aircraft that sends no position is within the radio horizon of who heard it, mostly much nearer.",
                indonesian:
                    "Pesawat yang tidak mengirim posisi berada dalam horizon radio penerima yang mendengarnya, biasanya jauh lebih dekat."
            )
        case .homeBase:
            DossierText(
                english: "Where the journey begins is assumed unless somebody says it.",
                indonesian: "Titik awal perjalanan diasumsikan kecuali ada yang menyebutnya."
            )
        case .companions:
            DossierText(
                english: "Aircraft of one operator at one stop within an hour are taken to fly together.",
                indonesian: "Pesawat satu operator di satu singgahan dalam selang satu jam dianggap terbang bersama."
            )
        case .sisters:
            DossierText(
                english: "Lists miss aircraft, and what they miss stands beside what they have.",
                indonesian: "Daftar melewatkan pesawat, dan yang terlewat berdekatan dengan yang tercatat."
            )
        case .oneBit:
            DossierText(
                english: "A reply without a position may name an address that differs by one bit.",
                indonesian: "Balasan tanpa posisi bisa menyebut alamat yang berbeda satu bit."
            )
        case .claimCertainty:
            DossierText(
                english: "What is said of the aircraft counts by how certain the claim is.",
                indonesian: "Keterangan tentang pesawat ditimbang menurut kepastian klaimnya."
            )
        case .enteredByHand:
            DossierText(
                english: "It was put in by hand by people of this site; the log of changes has it.",
                indonesian: "Dimasukkan oleh pengelola situs ini; catatan perubahan memuatnya."
            )
        case .providers:
            DossierText(
                english:
                    "How often a provider may be asked is what was read in its documents, or a choice of ours where they say nothing.",
                indonesian:
                    "Seberapa sering sebuah penyedia boleh ditanya diambil dari dokumennya, atau pilihan kami bila tidak disebutkan."
            )
        case .readingRules:
            DossierText(
                english: "Texts are read by rules and lists of words; every reasonable reading of a time is kept.",
                indonesian: "Teks dibaca dengan aturan dan daftar kata; setiap bacaan waktu yang wajar disimpan."
            )
        }
    }
}
