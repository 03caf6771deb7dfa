/// Codes of countries. Event tables have two kinds of them, which share letters and mean other countries: CAMEO's, of
/// three letters, for actors, and those of FIPS 10-4, of two letters, for places. `AS` is Australia there, and American
/// Samoa in ISO 3166.
///
/// - Source: ISO 3166-1 and FIPS PUB 10-4 with its changes up to 2014, after the table country-codes of Datasets,
///   https://github.com/datasets/country-codes; CAMEO's own codes after its codebook, 1.1b3 (2012), chapter 3.
enum CountryCodes {
  /// What a code of CAMEO stands for.
  enum Meaning: Hashable, Sendable {
    /// A country of today, with its code in ISO 3166.
    case country(iso3: String)
    /// A country that is no more.
    case formerCountry
    /// A territory or part of the world that is no country.
    case region
  }

  /// What a code of CAMEO stands for; `nil` where it is not known.
  static func meaning(ofCAMEO code: String) -> Meaning? {
    if let iso3 = renamed[code] { return .country(iso3: iso3) }
    if countries.contains(code) { return .country(iso3: code) }
    if former.contains(code) { return .formerCountry }
    return regions.contains(code) ? .region : nil
  }

  /// Whether a code of FIPS 10-4, or GDELT's own for the high seas, is known.
  static func isKnown(fips code: String) -> Bool { places[code] != nil || placesWithoutISO.contains(code) }

  /// The code in ISO 3166 of a country by its code in FIPS 10-4; of a country that is no more, the last it had.
  static func iso3(ofFIPS code: String) -> String? { places[code] }

  /// Codes of CAMEO that ISO 3166 has given up since.
  private static let renamed = ["ROM": "ROU", "TMP": "TLS"]

  private static let former: Set<String> = ["ANT", "BUR", "CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG", "ZAR"]

  private static let regions: Set<String> = [
    "AFR", "ASA", "BAG", "BLK", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "GZS", "KSV", "LAM",
    "MDT", "MEA", "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WSB", "WST",
  ]

  /// Kosovo, the oceans, and islets that ISO 3166 counts to other territories.
  private static let placesWithoutISO: Set<String> = [
    "AT", "BS", "CR", "DQ", "EU", "FQ", "GO", "HQ", "IP", "JQ", "JU", "KQ", "KV", "LQ", "MQ", "OS", "PF", "PG", "TE",
    "WQ",
  ]

  private static let countries = Set(countriesText.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let places: [String: String] = {
    var places: [String: String] = [:]
    for entry in placesText.split(whereSeparator: \.isWhitespace) {
      places[String(entry.prefix(2))] = String(entry.suffix(3))
    }
    return places
  }()

  private static let countriesText = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
    CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
    GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
    MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
    SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """

  private static let placesText = """
    AA:ABW AC:ATG AE:ARE AF:AFG AG:DZA AJ:AZE AL:ALB AM:ARM AN:AND AO:AGO AQ:ASM AR:ARG AS:AUS AU:AUT AV:AIA AY:ATA
    BA:BHR BB:BRB BC:BWA BD:BMU BE:BEL BF:BHS BG:BGD BH:BLZ BK:BIH BL:BOL BM:MMR BN:BEN BO:BLR BP:SLB BR:BRA BT:BTN
    BU:BGR BV:BVT BX:BRN BY:BDI CA:CAN CB:KHM CD:TCD CE:LKA CF:COG CG:COD CH:CHN CI:CHL CJ:CYM CK:CCK CM:CMR CN:COM
    CO:COL CQ:MNP CS:CRI CT:CAF CU:CUB CV:CPV CW:COK CY:CYP DA:DNK DJ:DJI DO:DMA DR:DOM EC:ECU EG:EGY EI:IRL EK:GNQ
    EN:EST ER:ERI ES:SLV ET:ETH EZ:CZE FG:GUF FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FP:PYF FR:FRA FS:ATF GA:GMB GB:GAB
    GG:GEO GH:GHA GI:GIB GJ:GRD GK:GGY GL:GRL GM:DEU GP:GLP GQ:GUM GR:GRC GT:GTM GV:GIN GY:GUY GZ:PSE HA:HTI HK:HKG
    HM:HMD HO:HND HR:HRV HU:HUN IC:ISL ID:IDN IM:IMN IN:IND IO:IOT IR:IRN IS:ISR IT:ITA IV:CIV IZ:IRQ JA:JPN JE:JEY
    JM:JAM JN:SJM JO:JOR KE:KEN KG:KGZ KN:PRK KR:KIR KS:KOR KT:CXR KU:KWT KZ:KAZ LA:LAO LE:LBN LG:LVA LH:LTU LI:LBR
    LO:SVK LS:LIE LT:LSO LU:LUX LY:LBY MA:MDG MB:MTQ MC:MAC MD:MDA MF:MYT MG:MNG MH:MSR MI:MWI MJ:MNE MK:MKD ML:MLI
    MN:MCO MO:MAR MP:MUS MR:MRT MT:MLT MU:OMN MV:MDV MX:MEX MY:MYS MZ:MOZ NC:NCL NE:NIU NF:NFK NG:NER NH:VUT NI:NGA
    NL:NLD NN:SXM NO:NOR NP:NPL NR:NRU NS:SUR NT:ANT NU:NIC NZ:NZL OD:SSD PA:PRY PC:PCN PE:PER PK:PAK PL:POL PM:PAN
    PO:PRT PP:PNG PS:PLW PU:GNB QA:QAT RB:SRB RE:REU RI:SRB RM:MHL RN:MAF RO:ROU RP:PHL RQ:PRI RS:RUS RW:RWA SA:SAU
    SB:SPM SC:KNA SE:SYC SF:ZAF SG:SEN SH:SHN SI:SVN SL:SLE SM:SMR SN:SGP SO:SOM SP:ESP ST:LCA SU:SDN SV:SJM SW:SWE
    SX:SGS SY:SYR SZ:CHE TB:BLM TD:TTO TH:THA TI:TJK TK:TCA TL:TKL TN:TON TO:TGO TP:STP TS:TUN TT:TLS TU:TUR TV:TUV
    TW:TWN TX:TKM TZ:TZA UC:CUW UG:UGA UK:GBR UP:UKR US:USA UV:BFA UY:URY UZ:UZB VC:VCT VE:VEN VI:VGB VM:VNM VQ:VIR
    VT:VAT WA:NAM WE:PSE WF:WLF WI:ESH WS:WSM WZ:SWZ YI:SCG YM:YEM ZA:ZMB ZI:ZWE
    """
}
