/// Names in plain Latin letters, so that spellings of one name in several scripts can be compared.
///
/// Small letters without accents; Cyrillic, Greek, Arabic and Persian letters by simple tables of our own. Made to
/// compare, not to show: `Россия` gives `rossiya`, `الإمارة` gives `alimara`.
struct Transliteration: Sendable {
  /// The words of a name in Latin letters, without articles.
  let words: [String]
  /// Whether the name has letters of a script that leaves vowels out.
  let lacksVowels: Bool
  /// The name as it sounds, roughly: `kh` and `h`, `q` and `k`, `y` and `i`, double and single letters are one.
  let sound: String
  /// The consonants of the name as it sounds.
  let consonants: String

  /// Rewrites a name.
  init(_ name: String) {
    var text = ""
    var lacksVowels = false
    for scalar in name.lowercased().unicodeScalars {
      if let latin = Self.table[scalar] {
        text += latin
        if (0x600...0x6FF).contains(scalar.value) { lacksVowels = true }
      } else if scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0x640 || scalar == "'" {
        continue
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += " "
      }
    }
    let articles: Set<String> = ["the", "al", "el", "ad", "as", "of"]
    let all = text.split(separator: " ").map(String.init)
    let meaning = all.filter { !articles.contains($0) }
    words = meaning.isEmpty ? all : meaning
    self.lacksVowels = lacksVowels
    sound = words.map(Self.sound).joined(separator: " ")
    consonants = sound.filter { !"aeiou ".contains($0) }
  }

  /// The name as one text.
  var text: String { words.joined(separator: " ") }

  private static func sound(_ word: String) -> String {
    let letters = Array(word.utf8)
    var result: [UInt8] = []
    func append(_ letter: UInt8) {
      if letter != result.last { result.append(letter) }
    }
    var i = 0
    while i < letters.count {
      if let rule = sounds[letters[i]]?.first(where: { letters[i...].starts(with: $0.spelling) }) {
        rule.sound.forEach(append)
        i += rule.spelling.count
      } else {
        append(letters[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// By the first letter of the spelling.
  private static let sounds: [UInt8: [(spelling: [UInt8], sound: [UInt8])]] = {
    let rules = spellings.map { (spelling: Array($0.0.utf8), sound: Array($0.1.utf8)) }
    return Dictionary(grouping: rules) { $0.spelling[0] }
  }()

  /// Longer spellings come before the shorter ones that they begin with.
  private static let spellings: [(String, String)] = [
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("tz", "ts"), ("q", "k"), ("x", "ks"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("yy", "i"), ("yo", "o"), ("ye", "e"), ("y", "i"),
    ("ca", "ka"), ("co", "ko"), ("cu", "ku"),
  ]

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for entry in rows.split(separator: " ") {
      let scalars = Array(entry.unicodeScalars)
      table[scalars[0]] = String(String.UnicodeScalarView(scalars.dropFirst()))
    }
    return table
  }()

  /// Each entry is a letter and what it becomes.
  private static let rows = """
    аa бb вv гg ґg дd еe ёe жzh зz иi іi їi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya \
    єye ўu јj љlj њnj ћc ђdj џdj ѓg ќk ѕdz әa ғg қk ңn өo ұu үu һh \
    αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo άa έe ήi ίi όo ύy ώo ϊi ϋy ΐi ΰy \
    اa أa إi آa ٱa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz ع غgh فf قq كk کk لl مm نn هh ةa وu يy ىa یy ء \
    ئy ؤu پp چch ژzh گg \
    àa áa âa ãa äa åa āa ăa ąa çc ćc ĉc čc ďd đd ðd èe ée êe ëe ēe ėe ęe ěe ĝg ğg ġg ģg ħh ìi íi îi ïi īi įi ıi ķk ĺl \
    ļl ľl łl ñn ńn ņn ňn òo óo ôo õo öo øo ōo őo ŕr řr śs ŝs şs šs șs ţt ťt țt þth ùu úu ûu üu ūu ůu űu ųu ŵw ýy ÿy \
    źz żz žz ßss æae œoe əa ʻ ʼ ’ ‘ `
    """
}
