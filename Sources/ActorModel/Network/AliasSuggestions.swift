/// Searches a network for actors that may be one and the same under two ids.
///
/// It suggests and never merges: each suggestion names the two spellings and the reason. Actors that one of them says
/// are `not` the other, that are part of each other, or that have different codes in one register are left apart.
package struct AliasSuggestions: Sendable {
  /// The least similarity of spellings that are only nearly the same, 0 to 1.
  package var minimumSimilarity = 0.85

  /// The usual search.
  package init() {}

  /// The suggestions, most similar first.
  ///
  /// - Complexity: O(names²) within groups of names that begin with the same sound.
  package func find(in network: ActorNetwork) -> [AliasSuggestion] {
    let names = Self.names(of: network)
    var best: [Pair: AliasSuggestion] = [:]
    func suggest(_ a: Name, _ b: Name, _ reason: AliasSuggestion.Reason, _ similarity: Double) {
      guard a.actor != b.actor else { return }
      let (first, second) = a.actor < b.actor ? (a, b) : (b, a)
      let pair = Pair(first: first.actor, second: second.actor)
      if let known = best[pair], known.similarity >= similarity { return }
      guard Self.mayBeOne(network.actors[first.actor], network.actors[second.actor], network) else { return }
      best[pair] = AliasSuggestion(
        first: network.actors[first.actor].id, second: network.actors[second.actor].id, firstName: first.text,
        secondName: second.text, reason: reason, similarity: similarity)
    }
    suggestByCode(network, suggest)
    suggestByKey(names, suggest)
    suggestByAcronym(names, suggest)
    suggestBySpelling(names, network, suggest)
    return best.sorted { a, b in
      a.value.similarity != b.value.similarity
        ? a.value.similarity > b.value.similarity
        : (a.key.first, a.key.second) < (b.key.first, b.key.second)
    }.map(\.value)
  }

  private typealias Suggest = (Name, Name, AliasSuggestion.Reason, Double) -> Void

  /// One spelling of an actor's name.
  private struct Name {
    let actor: Int
    let text: String
    let latin: Transliteration
    let sound: String
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private static func names(of network: ActorNetwork) -> [Name] {
    network.actors.enumerated().flatMap { position, actor in
      var seen: Set<String> = []
      return ([actor.name] + actor.aliases.map(\.name)).filter { !$0.isEmpty && seen.insert($0).inserted }.map { text in
        let latin = Transliteration(text)
        return Name(actor: position, text: text, latin: latin, sound: latin.sound)
      }
    }
  }

  /// Whether nothing in the network says that two actors are two.
  private static func mayBeOne(_ a: Actor, _ b: Actor, _ network: ActorNetwork) -> Bool {
    if a.notSameAs.contains(b.id) || b.notSameAs.contains(a.id) { return false }
    if a.partOf == b.id || b.partOf == a.id { return false }
    for code in a.codes {
      if let other = b.codes.first(where: { $0.key == code.key }), other.values != code.values { return false }
    }
    return true
  }

  // MARK: - Ways to be alike

  private func suggestByCode(_ network: ActorNetwork, _ suggest: Suggest) {
    var first: [String: Name] = [:]
    for (position, actor) in network.actors.enumerated() {
      for code in actor.codes {
        let key = "\(code.key) \(code.text)"
        let name = Name(actor: position, text: actor.name, latin: Transliteration(""), sound: "")
        if let other = first[key] { suggest(other, name, .sameCode(key), 1) } else { first[key] = name }
      }
    }
  }

  private func suggestByKey(_ names: [Name], _ suggest: Suggest) {
    func group(
      _ reason: AliasSuggestion.Reason, _ similarity: Double, _ key: (Name) -> String?
    ) {
      var groups: [String: [Name]] = [:]
      for name in names {
        if let key = key(name), !key.isEmpty { groups[key, default: []].append(name) }
      }
      for group in groups.values where group.count > 1 {
        for i in group.indices {
          for k in group.indices.dropFirst(i + 1) { suggest(group[i], group[k], reason, similarity) }
        }
      }
    }
    group(.sameName, 1) { $0.text.lowercased() }
    group(.sameLetters, 0.99) { $0.latin.text }
    group(.sameSound, 0.97) { $0.sound.count >= 4 ? $0.sound : nil }
    group(.otherOrder, 0.95) {
      $0.latin.words.count > 1 ? $0.sound.split(separator: " ").sorted().joined(separator: " ") : nil
    }
    // Scripts without vowels are compared by consonants, with each other and with all others.
    let bare = Set(names.filter(\.latin.lacksVowels).map(\.latin.consonants).filter { $0.count >= 3 })
    if !bare.isEmpty { group(.sameConsonants, 0.9) { bare.contains($0.latin.consonants) ? $0.latin.consonants : nil } }
  }

  private func suggestByAcronym(_ names: [Name], _ suggest: Suggest) {
    var acronyms: [String: [Name]] = [:]
    for name in names where (2...8).contains(name.text.count) && name.text.allSatisfy({ $0.isUppercase }) {
      acronyms[name.latin.text, default: []].append(name)
    }
    let small: Set<String> = ["and", "for", "in", "de", "la", "du", "des", "und", "y", "i"]
    for name in names where name.latin.words.count >= 2 {
      let initials = String(name.latin.words.filter { !small.contains($0) }.compactMap(\.first))
      for short in acronyms[initials] ?? [] { suggest(short, name, .acronym, 0.9) }
    }
  }

  private func suggestBySpelling(_ names: [Name], _ network: ActorNetwork, _ suggest: Suggest) {
    var groups: [UInt8: [(name: Name, letters: Letters)]] = [:]
    for name in names where name.sound.count >= 5 {
      if let first = name.sound.utf8.first { groups[first, default: []].append((name, Letters(name.sound))) }
    }
    for var group in groups.values {
      group.sort { $0.letters.bytes.count < $1.letters.bytes.count }
      for i in group.indices {
        for k in group.indices.dropFirst(i + 1) {
          let (a, b) = (group[i], group[k])
          let length = Double(b.letters.bytes.count)
          let allowed = Int(length * (1 - minimumSimilarity))
          if b.letters.bytes.count - a.letters.bytes.count > allowed { break }
          guard (a.letters.mask ^ b.letters.mask).nonzeroBitCount <= 2 * allowed else { continue }
          let kinds = (network.actors[a.name.actor].kind, network.actors[b.name.actor].kind)
          guard a.name.actor != b.name.actor, kinds.0 == nil || kinds.1 == nil || kinds.0 == kinds.1 else { continue }
          if let distance = a.letters.distance(to: b.letters, atMost: allowed), distance > 0 {
            suggest(a.name, b.name, .nearlySame(distance), 1 - Double(distance) / length - 0.01)
          }
        }
      }
    }
  }
}

/// The letters of a name as it sounds, for counting differences.
private struct Letters {
  let bytes: [UInt8]
  /// One bit for each letter that stands in it; names whose bits differ much differ much themselves.
  let mask: UInt32

  init(_ sound: String) {
    bytes = Array(sound.utf8)
    mask = bytes.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// How many letters must be inserted, deleted, replaced or swapped with their neighbour; `nil` when more than so
  /// many.
  func distance(to other: Letters, atMost limit: Int) -> Int? {
    let (a, b) = (bytes, other.bytes)
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = before
    for i in a.indices {
      current[0] = i + 1
      var least = i + 1
      for j in b.indices {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        current[j + 1] = best
        least = min(least, best)
      }
      if least > limit { return nil }
      (before, previous, current) = (previous, current, before)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}

/// Two actors that may be one, and why.
package struct AliasSuggestion: Hashable, Sendable, CustomStringConvertible {
  /// In what two names are alike.
  package enum Reason: Hashable, Sendable {
    /// A register has one code for both.
    case sameCode(String)
    /// The same but for capitals.
    case sameName
    /// The same in Latin letters without accents and articles.
    case sameLetters
    /// The same as they sound: `Qaddafi`, `Kadafi`.
    case sameSound
    /// The same words in another order.
    case otherOrder
    /// The same consonants, where a script leaves vowels out.
    case sameConsonants
    /// One is the initials of the other.
    case acronym
    /// So many letters differ.
    case nearlySame(Int)
  }

  /// The id of the actor that stands first in the network.
  package let first: String
  /// The id of the other.
  package let second: String
  /// The spelling of the first that is alike.
  package let firstName: String
  /// The spelling of the second that is alike.
  package let secondName: String
  /// In what they are alike.
  package let reason: Reason
  /// How much they are alike, 0 to 1.
  package let similarity: Double

  /// The suggestion as a sentence.
  package var description: String {
    "\(first) '\(firstName)' may be \(second) '\(secondName)': \(why)"
  }

  /// The reason in words.
  package var why: String {
    switch reason {
    case .sameCode(let code): "the same code, \(code)"
    case .sameName: "the same name"
    case .sameLetters: "the same name but for accents, script or articles"
    case .sameSound: "names that sound the same"
    case .otherOrder: "the same words in another order"
    case .sameConsonants: "the same consonants, in a script without vowels"
    case .acronym: "one is the initials of the other"
    case .nearlySame(let letters): "names that differ in \(letters) letter\(letters == 1 ? "" : "s")"
    }
  }
}
