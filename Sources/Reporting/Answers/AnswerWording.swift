import Answers
import NetworkFormats

/// How the typed values of an answer are worded for people.
public struct AnswerWording: Sendable {
  /// What a face of the program says a reader can do; `nil` where it offers no such thing.
  public var remedy: @Sendable (Remedy) -> String?
  /// What a face of the program calls an option of a question.
  public var option: @Sendable (String) -> String

  /// What it says that somebody can do about the reading of a file.
  public var reading: @Sendable (ReadingRemedy) -> String

  /// A wording; by default it names no remedies but those for files, which are worded to fit any face, and options as
  /// questions do.
  public init(
    option: @escaping @Sendable (String) -> String = { $0 },
    reading: @escaping @Sendable (ReadingRemedy) -> String = { $0.description },
    remedy: @escaping @Sendable (Remedy) -> String? = { _ in nil }
  ) {
    self.option = option
    self.reading = reading
    self.remedy = remedy
  }

  /// A phrase as text. A remedy after a full stop is a sentence of its own, else a clause.
  public func text(_ phrase: Phrase) -> String {
    phrase.parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .number(let value, let form): text += Self.text(value, form)
      case .actor(let actor): text += actor.name
      case .actorID(let id), .relation(let id), .source(let id): text += id
      case .option(let name): text += option(name)
      case .diagnostic(let diagnostic): text += diagnostic.text(reading)
      case .remedy(let remedy):
        guard let words = self.remedy(remedy) else { return }
        text += (text.isEmpty ? "" : text.hasSuffix(".") ? " " : "; ") + words
      }
    }
  }

  /// A value as text.
  public func text(_ cell: Cell) -> String {
    switch cell {
    case .absent: ""
    case .text(let text): text
    case .phrase(let phrase): text(phrase)
    case .count(let count): "\(count)"
    case .number(let value, let form): value.map { Self.text($0, form) } ?? "none"
    case .flag(let flag): flag ? "yes" : "no"
    case .actor(let actor): actor?.name ?? "none"
    case .actors(let actors): actors.map(\.name).joined(separator: ", ")
    case .actorID(let id), .relation(let id), .source(let id): id
    case .relations(let ids), .sources(let ids): Self.list(ids)
    case .tie(let tie): "\(tie.from.id) \(tie.isDirected ? "→" : "–") \(tie.to.id)"
    case .record(let fields): fields.map { "\($0.key) \(text($0.cell))" }.joined(separator: ", ")
    case .list(let cells): cells.map(text).joined(separator: ", ")
    case .remedy(let remedy): self.remedy(remedy) ?? ""
    }
  }

  /// `R1, R2, R3 and 4 more`: no tie of a thousand statements fills a screen.
  static func list(_ ids: [String], most: Int = 8) -> String {
    ids.prefix(most).joined(separator: ", ") + (ids.count > most ? " and \(ids.count - most) more" : "")
  }

  private static func text(_ value: Double, _ form: NumberForm) -> String {
    switch form {
    case .score: NumberText.score(value)
    case .plain: NumberText.plain(value)
    case .percent: NumberText.percent(value)
    case .change: NumberText.change(value)
    }
  }
}
