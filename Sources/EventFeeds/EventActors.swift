import ActorModel

/// What the rows of a feed say of the actors: names, countries and roles, of which the most frequent counts, so
/// that it is the same in any order of rows. Countries go by their own names, since the rows call them by whatever city
/// or people a report named.
struct EventActors {
  /// What was said of one actor.
  private struct Account {
    var names = Tally()
    var countries = Tally()
    var roles = Tally()
    /// Whether the actor's id is the code of a country itself.
    var isCountry = false
  }

  private var accounts: [Account] = []

  /// Notes what a row says of an actor; empty texts say nothing.
  mutating func note(_ position: Int32, _ actor: EventActor) {
    let i = Int(position)
    while accounts.count <= i { accounts.append(Account()) }
    accounts[i].names.add(actor.name)
    accounts[i].countries.add(actor.country)
    accounts[i].roles.add(actor.role)
    if actor.isCountry { accounts[i].isCountry = true }
  }

  /// The country of which an actor is a part; `nil` where it is one, or has none.
  func whole(of position: Int32) -> String? {
    let i = Int(position)
    guard i < accounts.count, !accounts[i].isCountry else { return nil }
    return accounts[i].countries.first
  }

  /// Says of an actor what was noted.
  func describe(_ position: Int32, _ actor: inout Actor) {
    let i = Int(position)
    guard i < accounts.count else { return }
    var names = accounts[i].names.ordered
    if accounts[i].isCountry, let name = CountryCodes.name(ofCAMEO: actor.id) {
      names.removeAll { $0 == name }
      names.insert(name, at: 0)
    }
    actor.name = names.first ?? ""
    actor.aliases = names.dropFirst().map { Alias($0) }
    actor.partOf = whole(of: position)
    if accounts[i].isCountry {
      Self.describeCountry(&actor)
    } else if let role = accounts[i].roles.first {
      actor.kind = Self.kind(ofRole: role)
    }
  }

  /// Says of the actor of a country's code what the code means.
  static func describeCountry(_ actor: inout Actor) {
    if actor.name.isEmpty { actor.name = CountryCodes.name(ofCAMEO: actor.id) ?? "" }
    switch CountryCodes.meaning(ofCAMEO: actor.id) {
    case .country(let iso3):
      actor.kind = .state
      actor.codes = [Attribute("iso3", iso3)]
    case .formerCountry: actor.kind = .state
    case .region: actor.kind = .area
    case nil: break
    }
  }

  /// What sort of actor has a role of CAMEO; most roles, of professions and trades, tell none.
  private static func kind(ofRole role: String) -> ActorKind? {
    switch role {
    case "GOV": .government
    case "COP", "JUD", "LEG", "MIL", "SPY": .institution
    case "IGO", "IMG", "MNC", "NGM", "NGO", "PTY": .organisation
    case "INS", "OPP", "RAD", "REB", "SEP", "UAF": .movement
    case "CVL", "REF": .population
    default: nil
    }
  }
}

/// Texts and how often they came.
private struct Tally {
  private var counts: [String: Int] = [:]

  mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    counts[text, default: 0] += 1
  }

  /// The texts, the most frequent first, those of one frequency by their letters.
  var ordered: [String] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }

  /// The most frequent text.
  var first: String? { ordered.first }
}
