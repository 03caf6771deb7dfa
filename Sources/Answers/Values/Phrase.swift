import ActorModel
import NetworkFormats

/// Words with numbers, actors, relations and sources in them, each still known for what it is.
///
/// A renderer writes numbers as its readers expect them and can lead every name back to what stands behind it. A phrase
/// is written as a string with interpolation:
///
///     let phrase: Phrase = "\(actor) rose to \(score)"
public struct Phrase: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A piece of a phrase.
  public enum Part: Sendable, Hashable {
    /// Words.
    case text(String)
    /// A number, in a form.
    case number(Double, NumberForm)
    /// An actor.
    case actor(ActorReference)
    /// An actor by its id.
    case actorID(String)
    /// A relation by its id.
    case relation(String)
    /// A source by its id.
    case source(String)
    /// An option of the question by its name, written by each face of the program in its own way.
    case option(String)
    /// What the reader can do, worded by each face of the program in its own way.
    case remedy(Remedy)
    /// A problem of a file, with its place and with what its reader can do.
    case diagnostic(Diagnostic)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part]

  /// A phrase of pieces.
  package init(_ parts: [Part] = []) { self.parts = parts }

  /// Words alone.
  package init(_ text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  /// Words alone.
  public init(stringLiteral text: String) { self.init(text) }

  /// Words with something in them.
  public init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  /// Whether nothing is said.
  public var isEmpty: Bool { parts.isEmpty }

  /// Two phrases one after the other.
  public static func + (first: Phrase, second: Phrase) -> Phrase { Phrase(first.parts + second.parts) }

  /// Adds a phrase at the end.
  public static func += (first: inout Phrase, second: Phrase) { first.parts += second.parts }

  /// Collects the pieces of an interpolated string.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    fileprivate var parts: [Part] = []

    /// Room for pieces.
    public init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    /// Words.
    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }

    /// Words.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// A whole number, digit by digit.
    package mutating func appendInterpolation(_ number: Int) { parts.append(.text("\(number)")) }

    /// A number, as a score unless said otherwise.
    package mutating func appendInterpolation(_ number: Double, as form: NumberForm = .score) {
      parts.append(.number(number, form))
    }

    /// An actor.
    package mutating func appendInterpolation(_ actor: ActorReference) { parts.append(.actor(actor)) }

    /// An actor.
    package mutating func appendInterpolation(_ actor: Actor) { parts.append(.actor(ActorReference(actor))) }

    /// An actor by its id.
    package mutating func appendInterpolation(actor id: String) { parts.append(.actorID(id)) }

    /// A relation by its id.
    package mutating func appendInterpolation(relation id: String) { parts.append(.relation(id)) }

    /// A source by its id.
    package mutating func appendInterpolation(source id: String) { parts.append(.source(id)) }

    /// An option of the question by its name.
    package mutating func appendInterpolation(option name: String) { parts.append(.option(name)) }

    /// What the reader can do.
    package mutating func appendInterpolation(_ remedy: Remedy) { parts.append(.remedy(remedy)) }

    /// Another phrase.
    package mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
  }
}

extension Sequence where Element == Phrase {
  /// The phrases as one, with words between them.
  package func joined(separator: String) -> Phrase {
    var result = Phrase()
    for (position, phrase) in enumerated() {
      if position > 0 { result += Phrase(separator) }
      result += phrase
    }
    return result
  }
}

/// How a number is written for people.
public enum NumberForm: Sendable, Hashable {
  /// A score, with as many digits as tell it from another.
  case score
  /// As somebody wrote it.
  case plain
  /// A share of a whole, per cent.
  case percent
  /// A difference, with its sign.
  case change
}

/// An actor by id, with its name for readers.
public struct ActorReference: Sendable, Hashable {
  /// The id.
  public let id: String
  /// The name.
  public let name: String

  /// A reference to an actor.
  package init(_ actor: Actor) {
    id = actor.id
    name = actor.name
  }
}
