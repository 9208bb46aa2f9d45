import Aero

/// A handful of real places, by hand: for tests that need no list.
enum MadePlaces {
    static let gazetteer: Gazetteer = {
        var builder = GazetteerBuilder()
        do {
            for line in countries.split(separator: "\n") { try builder.add(WholePlaces.country(cells(line))) }
            for line in cities.split(separator: "\n") { try builder.add(WholePlaces.city(cells(line))) }
            for line in airports.split(separator: "\n") { try builder.add(WholePlaces.airport(cells(line))) }
            return try builder.finish()
        } catch {
            preconditionFailure("what stands here is written wrongly: \(error)")
        }
    }()

    private static func cells(_ line: Substring) -> [Substring] {
        line.split(separator: ";", omittingEmptySubsequences: false)
    }

    private static let countries = """
        C;AE;ARE;784;9630959;292968;ec:United Arab Emirates|ic:Uni Emirat Arab|Ip:UEA|Ep:UAE|Ep:Emirates
        C;CN;CHN;156;1411778724;1816670;ec:China|ic:Tiongkok|Ip:Cina|Ip:China|Ip:RRC|Ip:Republik Rakyat Tiongkok
        C;DE;DEU;276;82927922;;ec:Germany|ic:Jerman
        C;EG;EGY;818;98423595;360630;ec:Egypt|ic:Mesir
        C;FR;FRA;250;66987244;2988507;ec:France|ic:Prancis
        C;GB;GBR;826;66488991;2643743;ec:United Kingdom|ic:Inggris Raya|Ip:Inggris|Ip:Britania Raya|Ip:Britania|Ep:UK
        C;GL;GRL;304;56025;;ec:Greenland|ic:Greenland
        C;ID;IDN;360;267663435;1642911;ec:Indonesia|ic:Indonesia
        C;IT;ITA;380;60431283;3169070;ec:Italy|ic:Italia
        C;JP;JPN;392;126529100;1850147;ec:Japan|ic:Jepang
        C;KP;PRK;408;25549819;1871859;ec:North Korea|ic:Korea Utara|Ip:Korut|Ip:Republik Rakyat Demokratik Korea|Ep:DPRK|Ep:Democratic People's Republic of Korea
        C;NL;NLD;528;17231017;;ec:Netherlands|ic:Belanda|Ep:Holland|Eg:The Netherlands
        C;PL;POL;616;37978548;756135;ec:Poland|ic:Polandia
        C;RU;RUS;643;144478050;524901;ec:Russia|ic:Rusia|Ip:Federasi Rusia|Ep:Russian Federation
        C;SA;SAU;682;33699947;108410;ec:Saudi Arabia|ic:Arab Saudi|Ip:Saudi
        C;UA;UKR;804;40000000;703448;ec:Ukraine|ic:Ukraina
        C;US;USA;840;327167434;4140963;ec:United States|ic:Amerika Serikat|Ip:Amerika|Ip:AS|Ep:USA|Ep:US
        C;VN;VNM;704;95540395;1581130;ec:Vietnam|ic:Vietnam
        """

    private static let cities = """
        T;108410;SA;10;24.68773;46.72185;4205961;Asia/Riyadh;1;eg:Riyadh|Ig:Riyad
        T;292968;AE;01;24.45118;54.39696;1807000;Asia/Dubai;1;eg:Abu Dhabi
        T;360630;EG;11;30.06263;31.24967;9606916;Africa/Cairo;1;eg:Cairo|ic:Kairo
        T;524901;RU;48;55.75204;37.61781;10381222;Europe/Moscow;1;eg:Moscow|ic:Moskwa|Ig:Moskow
        T;703448;UA;12;50.45466;30.52380;2952301;Europe/Kyiv;1;eg:Kyiv|ic:Kiev
        T;756135;PL;78;52.22977;21.01178;1702139;Europe/Warsaw;1;eg:Warsaw|ic:Warsawa
        T;759734;PL;80;50.04132;21.99901;198317;Europe/Warsaw;0;eg:Rzeszów
        T;1581130;VN;01;21.02450;105.84117;8053663;Asia/Bangkok;1;eg:Hanoi
        T;1642911;ID;04;-6.21462;106.84513;8540121;Asia/Jakarta;1;eg:Jakarta
        T;1816670;CN;22;39.90750;116.39723;18960744;Asia/Shanghai;1;eg:Beijing|Ig:Peking
        T;1850147;JP;40;35.68950;139.69171;9733276;Asia/Tokyo;1;eg:Tokyo
        T;1871859;KP;12;39.03385;125.75432;3222000;Asia/Pyongyang;1;eg:Pyongyang
        T;2013159;RU;63;62.03114;129.72288;235600;Asia/Yakutsk;0;eg:Yakutsk
        T;2643743;GB;ENG;51.50853;-0.12574;8961989;Europe/London;1;eg:London
        T;2653941;GB;ENG;52.20000;0.11667;145674;Europe/London;0;eg:Cambridge
        T;2747373;NL;11;52.07667;4.29861;474292;Europe/Amsterdam;0;eg:The Hague|ip:Den Haag
        T;2867714;DE;02;48.13743;11.57549;1505005;Europe/Berlin;0;eg:Munich|Ig:München|Ig:Muenchen
        T;2988507;FR;11;48.85341;2.34880;2138551;Europe/Paris;1;eg:Paris
        T;3169070;IT;07;41.89193;12.51133;2318895;Europe/Rome;1;eg:Rome|ic:Roma
        T;4140963;US;DC;38.89511;-77.03637;689545;America/New_York;1;eg:Washington|Ig:Washington DC
        """

    private static let airports = """
        A;BGKK;BGKK;KUS;GL;65.57360;-37.12360;117;m;1;America/Nuuk;;Kulusuk;eo:Kulusuk Airport|xo:Kap Dan
        A;EDDM;EDDM;MUC;DE;48.35380;11.78610;1487;l;1;Europe/Berlin;2867714;Munich;eo:Munich Airport|Ea:Munich International Airport
        A;EGLL;EGLL;LHR;GB;51.47060;-0.46194;83;l;1;Europe/London;2643743;London;eo:London Heathrow Airport
        A;EGSC;EGSC;CBG;GB;52.20500;0.17500;47;m;0;Europe/London;2653941;Cambridge;eo:Cambridge Airport
        A;EHRD;EHRD;RTM;NL;51.95690;4.43722;-15;m;1;Europe/Amsterdam;;Rotterdam;eo:Rotterdam The Hague Airport|Ea:Rotterdam Airport
        A;EPRZ;EPRZ;RZE;PL;50.11000;22.01900;693;m;1;Europe/Warsaw;759734;Rzeszów;eo:Rzeszów-Jasionka Airport
        A;EPWA;EPWA;WAW;PL;52.16570;20.96710;362;l;1;Europe/Warsaw;756135;Warsaw;eo:Warsaw Chopin Airport
        A;HECA;HECA;CAI;EG;30.12190;31.40560;382;l;1;Africa/Cairo;360630;Cairo;eo:Cairo International Airport
        A;KDCA;KDCA;DCA;US;38.85210;-77.03770;15;l;1;America/New_York;4140963;Washington;eo:Ronald Reagan Washington National Airport|Ea:Ronald Reagan Washington Ntl Airport
        A;KIAD;KIAD;IAD;US;38.94450;-77.45580;312;l;1;America/New_York;4140963;Washington, DC;eo:Washington Dulles International Airport
        A;LFPB;LFPB;LBG;FR;48.96940;2.44139;218;m;0;Europe/Paris;2988507;Paris;eo:Paris-Le Bourget Airport
        A;LFPG;LFPG;CDG;FR;49.01280;2.55000;392;l;1;Europe/Paris;2988507;Paris;eo:Charles de Gaulle International Airport|Ip:Roissy
        A;LIRF;LIRF;FCO;IT;41.80453;12.25200;13;l;1;Europe/Rome;3169070;Rome;eo:Rome–Fiumicino Leonardo da Vinci International Airport|Ea:Leonardo Da Vinci (Fiumicino) International Airport
        A;OERK;OERK;RUH;SA;24.95760;46.69880;2049;l;1;Asia/Riyadh;108410;Riyadh;eo:King Khaled International Airport|Ip:Raja Khalid
        A;OMAA;OMAA;AUH;AE;24.44376;54.65172;88;l;1;Asia/Dubai;292968;Abu Dhabi;eo:Abu Dhabi International Airport
        A;RJAA;RJAA;NRT;JP;35.76470;140.38600;141;l;1;Asia/Tokyo;;Narita;eo:Narita International Airport
        A;RJTT;RJTT;HND;JP;35.55230;139.78000;35;l;1;Asia/Tokyo;1850147;Tokyo;eo:Tokyo Haneda International Airport|Ea:Tokyo International Airport
        A;UEEE;UEEE;YKS;RU;62.09330;129.77100;325;m;1;Asia/Yakutsk;2013159;Yakutsk;eo:Yakutsk Airport
        A;UUEE;UUEE;SVO;RU;55.97260;37.41460;622;l;1;Europe/Moscow;524901;Moscow;eo:Sheremetyevo International Airport
        A;UUWW;UUWW;VKO;RU;55.59150;37.26150;685;l;1;Europe/Moscow;524901;Moscow;eo:Vnukovo International Airport
        A;VVNB;VVNB;HAN;VN;21.22120;105.80700;39;l;1;Asia/Ho_Chi_Minh;1581130;Hanoi (Soc Son);eo:Noi Bai International Airport
        A;VVTS;VVTS;SGN;VN;10.81880;106.65200;33;l;1;Asia/Ho_Chi_Minh;;Ho Chi Minh City;eo:Tan Son Nhat International Airport
        A;WIHH;WIHH;HLP;ID;-6.26661;106.89100;84;m;1;Asia/Jakarta;1642911;Jakarta;eo:Halim Perdanakusuma International Airport
        A;WIII;WIII;CGK;ID;-6.12557;106.65600;34;l;1;Asia/Jakarta;1642911;Jakarta;eo:Soekarno-Hatta International Airport|Ip:Sukarno-Hatta
        A;ZBAA;ZBAA;PEK;CN;40.08010;116.58500;116;l;1;Asia/Shanghai;1816670;Beijing;eo:Beijing Capital International Airport
        A;ZKPY;ZKPY;FNJ;KP;39.22410;125.67000;117;m;1;Asia/Pyongyang;1871859;Pyongyang;eo:Pyongyang Sunan International Airport|Ea:Pyongyang International Airport
        """
}
