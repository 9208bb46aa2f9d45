extension Lexicon {
    static let indonesian = Lexicon(
        cues: PhraseTable(
            """
            depart: bertolak, bertolaknya, berangkat, keberangkatan, keberangkatannya, diberangkatkan, lepas landas, tinggal landas
            leave: meninggalkan, tinggalkan
            travel: terbang, diterbangkan, menerbangkan, menuju, bepergian, melawat, lawat, beranjak, bergerak, pergi, melanjutkan perjalanan, meneruskan perjalanan
            travel: perjalanan diteruskan, perjalanan dilanjutkan, perjalanannya dilanjutkan, bertandang, berkunjung, bersafari, melanjutkan lawatan, melanjutkan kunjungan, melanjutkan penerbangan, melanjutkan perjalanannya
            travel: melanjutkan lawatannya, meneruskan lawatan, meneruskan lawatannya, akan ke, hendak ke, lanjut ke, melanjutkan ke, berlanjut ke, dilanjutkan ke, diteruskan ke, meneruskan penerbangan, terbang langsung, bergeser ke, bertamu, diutus ke, menyusul, melawat ke, menempuh perjalanan, menyeberang
            arrive: tiba, mendarat, sampai, ketibaan, kedatangan, kedatangannya, datang, didaratkan, dijadwalkan berada, akan berada, sudah berada, telah berada, dinanti, ditunggu, mencapai, hadir, menginjakkan kaki, muncul
            stopover: singgah, mampir, transit, persinggahan, menyinggahi, disinggahi, pengisian bahan bakar, mengisi bahan bakar, isi bahan bakar, singgahi, berhenti sejenak, berhenti, pemberhentian, perhentian
            visit: mengunjungi, kunjungi, dikunjungi, menyambangi, sambangi, mendatangi, disambangi, mengunjunginya, bakal kunjungi
            trip: kunjungan, kunjungannya, lawatan, lawatannya, perjalanan, perjalanannya, penerbangan, penerbangannya, tur, safari, rute, muhibah, kunjungan kerja, kunjungan kenegaraan, kunjungan resmi
            goBack: kembali, pulang, balik, kepulangan, kembalinya, bertolak kembali, kembali bertolak, bertolak pulang, terbang kembali, terbang pulang, kembali terbang, kembali menuju, pulang menuju, bertolak balik
            dayTrip: perjalanan sehari, kunjungan sehari, perjalanan singkat sehari, pulang pergi, pulang-pergi
            surface: kereta, kereta api, kereta cepat, kereta malam, jalan darat, perjalanan darat, jalur darat, via darat, lewat darat, iring-iringan mobil, naik mobil, dengan mobil, konvoi mobil, naik bus, kapal, feri, kapal feri, jalan raya, bermobil
            home: tanah air, ke negaranya, ke negerinya, negara asalnya, ke kampung halaman
            to: ke, menuju
            from: dari
            at: di, pada
            via: via, melalui, lewat
            there: di sana, di situ, di kota itu, di kota tersebut, di negara itu, di negara tersebut, di tempat itu, di ibu kota itu
            before: sebelum, dalam perjalanan ke, dalam perjalanan menuju, menjelang
            to: dalam perjalanan ke, dalam perjalanan menuju
            rider: dengan, menggunakan, memakai, naik, menumpang, menumpangi, menaiki, bersama, beserta, didampingi, ditemani
            after: setelah, sesudah, usai, seusai, selepas, sehabis
            afterFirst: setelah lebih dulu, setelah lebih dahulu, setelah terlebih dahulu, setelah terlebih dulu, dengan lebih dulu, dengan terlebih dahulu, sesudah lebih dulu, setelah sebelumnya
            first: lebih dulu, lebih dahulu, terlebih dahulu, terlebih dulu, dulu, mula-mula, pertama-tama
            then: kemudian, lalu, selanjutnya, setelah itu, sesudah itu, berikutnya, dari sana, dari situ, usai itu, lantas, disusul
            purpose: untuk, guna, demi, dalam rangka
            say: kata, katanya, lapor, terang, ujar, ujarnya, mengatakan, menyatakan, menyebut, menyebutkan, mengungkapkan, menyampaikan, menuturkan, tutur, jelas, menjelaskan, ungkap, tegas, menegaskan, mengumumkan, memastikan, mengonfirmasi
            say: mengkonfirmasi, membenarkan, melaporkan, memberitakan, menulis, menambahkan, imbuh, tambah, berujar, berkata, menggambarkan, melihat, menilai, menyebutnya, berjanji, memuji, mewartakan, menunjukkan, mengabarkan, ucap, papar, menyangkal, merilis, memperkirakan, menduga, mengaku, mengakui, mengklaim, menekankan, meyakini, memprediksi, berpendapat, menyoroti, ungkapnya, tuturnya, imbuhnya, jelasnya, tambahnya, tegasnya, paparnya, ucapnya, terangnya, sebutnya, sebut, mengisyaratkan, menginformasikan, memaparkan, menerangkan, mengemukakan, bilang, tandas, menandaskan, mengutarakan, mengklarifikasi, membeberkan, mencuit, meminta, mendesak, berharap, mengabari, menyiarkan, mengiyakan
            accordingTo: menurut, dilansir, dilansir dari, melansir, dikutip dari, mengutip, berdasarkan, demikian, seperti dilaporkan, sebagaimana dilaporkan, seperti dikutip, sebagaimana dilansir, seperti dilansir, dilaporkan oleh, diumumkan oleh, sebagaimana disampaikan, seperti disampaikan, diumumkan, disampaikan, diungkapkan, dikonfirmasi, dibenarkan, dikatakan, disampaikan oleh, diungkapkan oleh, dikonfirmasi oleh, merujuk pada, sebagaimana dikutip, dikutip oleh, seperti diberitakan, seperti diungkapkan, berdasarkan keterangan, merujuk keterangan, dilaporkan, diberitakan
            disclose: ditentukan, ditetapkan, diputuskan, mengumumkan, diumumkan, mengungkapkan, diungkapkan, mengungkap, diungkap, disebutkan, menyebutkan, menyebut, disebut, merilis, dirilis, merinci, memerinci, dirinci, menjelaskan, dijelaskan, mempublikasikan, dipublikasikan, membeberkan, dibeberkan, memastikan, dipastikan, mengonfirmasi, dikonfirmasi, keterangan, diketahui, rincian, kepastian, diberitahukan, memberitahukan, membocorkan, dibocorkan, informasi, pengumuman, penjelasan
            comment: berkomentar, komentar, mengomentari, tanggapan, menanggapi, menjawab, jawaban, merespons, respons
            mention: mencantumkan, tercantum, dicantumkan, memuat, termuat, termasuk, menyinggung
            refuse: menolak, enggan, ogah, tak mau, tidak mau, tidak bersedia, tak bersedia, belum bersedia, belum mau
            quoted: dikutip, dikutip pada, dilansir pada, seperti dikutip pada
            denies: membantah, menyangkal, menepis, menampik, dibantah, ditepis, disangkal
            noComment: menolak berkomentar, enggan berkomentar, menolak memberi komentar, tidak berkomentar, belum berkomentar, belum memberikan tanggapan, tidak menanggapi, tidak memberikan komentar, menolak memberikan komentar, belum menjawab, tak menjawab, belum merespons, tidak merespons
            noComment: enggan menjawab, tidak bersedia berkomentar, belum menanggapi, tidak menjawab, menolak menjawab, enggan memberi keterangan, enggan memberikan komentar, tak mau berkomentar, menolak mengomentari, belum memberi tanggapan, enggan mengomentari, belum memberi keterangan, belum memberikan keterangan, belum memberi penjelasan, belum memberikan penjelasan, tidak memberi keterangan, tidak memberikan keterangan, menolak memberi keterangan, menolak memberikan keterangan, belum buka suara, tidak berkomentar banyak, bungkam, tutup mulut, enggan berbicara, enggan bicara, tak berkomentar, belum memberikan respons, belum memberikan komentar, belum mau berkomentar, irit bicara, tidak dapat dihubungi, belum dapat dihubungi, tidak mau berkomentar
            evades: mengelak, menghindari pertanyaan, mengabaikan pertanyaan, mengesampingkan pertanyaan, berkelit, menghindar, mengalihkan pembicaraan, mengalihkan pertanyaan, menepis pertanyaan, tidak menjawab langsung
            accuses: menuduh, menuding, dituduh, dituding, tuduhan
            warns: mengancam, ancaman, memperingatkan, peringatan, mengimbau, diperingatkan, imbauan, mewanti-wanti, diimbau
            scheduled: dijadwalkan, terjadwal, jadwal, jadwalnya, agenda, dijadwal, akan, bakal, dengan jadwal
            planned: direncanakan, rencananya, berencana, rencana, hendak, berniat, ingin
            expected: diperkirakan, diharapkan, diprediksi, ditunggu, dinantikan, diproyeksikan, ditaksir
            understood: diketahui, dipahami
            possible: kemungkinan, mungkin, bisa jadi, boleh jadi, berpotensi, berpeluang, dapat, tidak menutup kemungkinan, tak menutup kemungkinan, tidak mengesampingkan kemungkinan
            suspected: diduga, disinyalir, ditengarai, dicurigai, dikabarkan, kabarnya, konon, santer
            announced: mengumumkan, diumumkan, mengonfirmasi, dikonfirmasi, memastikan, dipastikan
            reported: dilaporkan, kabarnya, dikabarkan, disebut-sebut, dilaporkan telah
            past: telah, sudah, tadi, kemarin, baru saja, pernah
            future: akan, bakal, segera, nanti, mendatang
            negation: tidak, tak, bukan, tanpa, belum, tiada, batal, urung, tidak jadi, membatalkan, batalkan, pembatalan, menunda, mengurungkan, bukannya, tak jadi, alih-alih, tak mau, tidak mau, belum mau, tidak bersedia, tak bersedia, belum bersedia, meniadakan, menangguhkan, kecil kemungkinan, kemungkinan kecil, menghindari, melewatkan, menjadwal ulang, penundaan
            cancelled: dibatalkan, ditiadakan, ditunda, batal dilakukan, tidak direncanakan, tidak dijadwalkan, tidak termasuk, tidak masuk, tidak jadi, tidak akan disinggahi, tak direncanakan, tidak ada rencana, urung dilakukan, dicoret, tidak akan dikunjungi, ditangguhkan, dijadwal ulang, batal digelar, batal dilaksanakan, gagal terlaksana, dihapus dari jadwal, tidak ada agenda, tidak ada jadwal, tidak diagendakan, tak diagendakan, tidak dilanjutkan, dihentikan
            begins: dimulai, mulai, diawali, berlangsung, digelar, diadakan, dilaksanakan, dijadwalkan
            turn: tetapi, tapi, namun, sementara, sedangkan, melainkan, padahal, meskipun, meski, walaupun, adapun, sebaliknya
            carrying: membawa, mengangkut, yang ditumpangi, ditumpangi, yang membawa, yang dinaiki, yang digunakan
            secrecy: dirahasiakan, rahasia, belum diumumkan, tidak diumumkan, tidak diungkapkan, belum diungkapkan, tidak disebutkan, belum disebutkan, tidak dirinci, tidak diketahui, belum diketahui, tidak dipublikasikan, belum dipublikasikan, tidak mengumumkan, belum mengumumkan, tak mengumumkan, tidak merilis, belum merilis, tidak mengungkapkan, belum mengungkapkan, tidak mempublikasikan, menutup rapat, belum memerinci, tak merinci, belum menjelaskan, tidak menjelaskan
            secrecy: merahasiakan, secara rahasia, diam-diam, belum dirilis, tidak dirilis, belum dipastikan, tidak dibuka, tertutup rapat, tidak diberikan, belum diberikan, tidak merinci, belum merinci, tidak memerinci, tidak dibeberkan, tak disebutkan, tak diumumkan, tak dirinci
            omission: tidak tercantum, tidak masuk dalam, tidak masuk daftar, tidak ada dalam daftar, tidak ada dalam jadwal, tidak termasuk, tidak mencantumkan, tidak menyebut, tidak menyebutkan, tak tercantum, tak masuk, tidak memuat, absen dari daftar
            omission: dihilangkan dari, dicoret dari, tidak terdapat dalam, tak ada dalam, tidak tertera, tidak dicantumkan, menghapus dari daftar, tanpa menyebut, belum tercantum, tidak masuk agenda, tidak ada di daftar, tidak ada di jadwal, tak disebut, tidak disebut
            unnamed: tidak disebutkan namanya, tidak mau disebut namanya, tidak ingin disebutkan namanya, enggan disebut namanya, enggan disebutkan namanya, yang tak mau disebut, meminta anonim, anonim, menolak disebut namanya, meminta namanya tidak disebut, minta namanya tidak disebut
            aircraft: pesawat, jet, armada, pesawatnya, penerbangannya, helikopter
            charter: carteran, carter, sewaan, disewa, menyewa, sewa, pinjaman, dipinjam, meminjam, dicarter, mencarter, komersial, maskapai
            fighter: jet tempur, pesawat tempur, pesawat pemburu
            escort: mengawal, dikawal, kawal, pengawalan, pengawal, mengiringi
            unknown: teka-teki, misteri, belum jelas, tidak jelas
            stateAircraft: pesawat kepresidenan, pesawat kenegaraan, pesawat resmi, pesawat negara, pesawat kerajaan, pesawat dinas, jet kepresidenan
            ruledOut: tidak menggunakan, tidak memakai, tidak akan menggunakan, tidak akan memakai, bukan, tidak digunakan, tidak dipakai, tidak akan dipakai, tidak akan digunakan, tak memakai, tak menggunakan, tanpa pesawat, sedang diperbaiki, dalam perawatan, menjalani perawatan
            seen: terlihat, terpantau, terdeteksi, terekam, tampak, dipantau, pelacak penerbangan menunjukkan, pengamat melihat, pengamat melaporkan melihat, tertangkap kamera, terlacak, data pelacak penerbangan menunjukkan, data pelacak menunjukkan, situs pelacak menunjukkan
            ownCrowd: rombongan menteri, pesawat rombongan, pesawat pendahulu, tim pendahulu, rombongan wartawan, pesawat kargo, pesawat angkut, rombongan pers, tim pengamanan, pesawat pendamping, pesawat cadangan, rombongan pengusaha, pesawat pers, pesawat logistik, pesawat terpisah, pesawat lain, rombongan delegasi bisnis, para pengusaha
            programme: menghadiri, meresmikan, menyaksikan, memimpin misa, meletakkan karangan bunga, berpidato, memberikan kuliah, menerima gelar, meninjau, menandatangani, membuka, berziarah, menonton, menyampaikan pidato, menanam pohon, berdialog, mengunjungi pameran, berdoa
            ceremony: upacara, jamuan, pameran, misa, penandatanganan, parade, kuliah umum, pembicaraan, perundingan, resepsi, gala, karangan bunga
            meeting: pertemuan, bertemu, perundingan, pembicaraan, pertemuan puncak, pertemuan bilateral, rapat, menemui, menemuinya, audiensi, dialog, berunding, dijamu
            event: ktt, konferensi, sidang, forum, parade, pameran, festival, pemakaman, pelantikan, penobatan, olimpiade, peringatan, konferensi tingkat tinggi, pertemuan tingkat tinggi, sidang umum, perayaan
            venue: gereja, masjid, katedral, universitas, stadion, istana, museum, kedutaan, kedutaan besar, hotel, pengadilan, mahkamah, taman makam, monumen, gedung, balai, makam, taman, kampus, pusat, sekolah, rumah sakit, kuil, pura, candi, pabrik, pelabuhan, parlemen, institut, sinagoga, basilika, wihara, pesantren, kompleks, jalan, bank, dewan, lembaga, markas, galangan, benteng
            spend: menghabiskan, tinggal selama, menetap, menginap, bermalam, tinggal beberapa, tinggal sehari, tinggal hingga, tinggal sampai, tinggal satu, tinggal dua, tinggal tiga, tinggal empat
            overnight: bermalam, menginap, semalam, satu malam
            hours: jam, menit
            welcome: disambut, menyambut, menerima, diterima, menjamu
            invitation: mengundang, diundang, undangan
            history: terakhir kali, terakhir berkunjung, pertama kali sejak, pertama sejak, yang pertama dalam, pertama dalam, tahun lalu, sebelumnya pernah, pernah berkunjung, pernah mengunjungi, kunjungan terakhirnya, kunjungan terakhir, terakhir mengunjungi, kunjungan sebelumnya, bulan lalu, pekan lalu, dua tahun lalu, dekade, silam, kunjungan pertama, lawatan pertama, kunjungan perdana, lawatan perdana, kunjungan pertamanya, lawatan perdananya, kunjungan perdananya, lawatan pertamanya, lawatan luar negeri pertama, kunjungan luar negeri pertama, pertama yang, pertama kali, sudah pernah, telah berkunjung sebelumnya
            duration: selama
            pronoun: ia, dia, beliau, keduanya, presiden, kepala negara, sang presiden, sang pemimpin, perdana menteri, raja, paus, sang raja, pemimpin itu, kanselir, sang perdana menteri, sultan, emir, kaisar, ratu, sang paus, presiden itu, kepala pemerintahan
            delegation: rombongan, delegasi, rombongannya, delegasinya
            anonymous: juru bicara, juru bicaranya, ajudan, ajudannya, sumber, seorang sumber, pejabat, para pejabat, seorang pejabat, dua sumber, pembantu, staf, seorang diplomat, diplomat, dua orang, dua pejabat, para ajudan, analis, para analis, pengamat, para pengamat, jubir, sejumlah pejabat, beberapa pejabat, tiga sumber, penasihat, seorang penasihat, seorang ajudan, media pemerintah, kantor berita, televisi pemerintah, seorang pilot, pilot, otoritas bandara, pengamat penerbangan, para pengamat penerbangan, pelacak penerbangan, tiga pejabat, media, media setempat, kantor berita setempat, pejabat senior, para diplomat, warga, saksi mata, penyelenggara, panitia, duta besar, dubes, wakil juru bicara, sekretaris pers, sekretaris kabinet
            voice: dokter, anggota parlemen, anggota dewan, politisi, politikus, jaksa, polisi, kepolisian, intelijen, badan intelijen, dinas intelijen, militer, tentara, angkatan udara, angkatan laut, pakar, ahli, sejarawan, aktivis, juru runding, surat kabar, stasiun televisi, televisi, harian, koran, kantor berita negara, media lokal, media asing, pegawai, petugas, petugas bandara, penumpang, wartawan, jurnalis, utusan, wakil, perwakilan, kepala protokol, otoritas
            voice: otoritas penerbangan, regulator, pengelola bandara, oposisi, uskup, gubernur, wali kota, orang, panglima, komandan, atase, konsul, konsulat, tim, deputi, kepala, direktur, pembantu presiden, orang dekat, lingkaran, pelacak, situs pelacak, ajudan presiden, asisten, kru, awak, asosiasi, badan, komisi, laman, situs, akun, keluarga, pihak, dewan, perwira, perwira tinggi, serikat pekerja, serikat, organisasi, kelompok, koalisi, partai, fraksi, relawan, pengatur lalu lintas udara, direksi, rektor, bupati, humas, staf khusus, kepala kantor, kepala biro, kepala sekretariat, sekretaris, sekretaris jenderal kementerian, pengusaha, perusahaan, pengacara, peneliti, dosen, guru besar, ketua, wakil ketua, juru masak, teknisi, mekanik, pengawal, kerabat, tokoh, kalangan, lembaga, para pembantu, operator, pejabat protokol, protokoler
            institution: kantor, kementerian, kementerian luar negeri, kantor kepresidenan, istana kepresidenan, sekretariat, pemerintah, departemen, kedutaan, kedutaan besar, istana kerajaan, kantor perdana menteri, biro pers, kantor kanselir, kemlu, kemenlu, setneg, istana, sekretariat presiden, sekretariat negara, protokol istana, departemen luar negeri, kemlu ri, kantor kerajaan, kantornya, istananya, kementeriannya, pemerintahnya, pihak istana, pihak kerajaan, kementerian pertahanan, kantor presiden, kantor komunikasi kepresidenan, sekretariat wakil presiden, sekretariat kabinet, kementerian perhubungan, kementerian dalam negeri, biro, direktorat, markas besar, kedubes, konsulat, keraton, kesultanan
            block: perang, konflik, krisis, serangan, invasi, senjata, artileri, dukungan, bantuan, surat, hubungan, ekspor, impor, pengaruh, tekanan, sanksi, militer, sekutu, isu, situasi, sepakat, mendukung, memasok, mengirim, mengirimkan, menembakkan, menyerang, melawan, membahas, warga, rakyat, duta besar, dubes, pasukan, perdagangan, perdamaian, gencatan senjata, kesepakatan, mewakili, kelahiran, lahir
            airport: bandara, bandar udara, pangkalan, pangkalan udara, lanud, lapangan terbang, pangkalan militer, pangkalan bersama, landasan, pangkalan tni au, pangkalan tni, lanud tni au, pangkalan angkatan udara, bandara internasional, bandara militer
            cityWord: kota, ibu kota, ibukota, negara, negeri, wilayah, provinsi, pulau, republik, kerajaan, kawasan, daerah, kota pelabuhan, kota suci, negara tetangga
            """
        )
    )
}
