import GraphCore

/// Something that an analyst asks of networks. A question is its options, and `answer` is the verb.
///
/// The answer is a value: tables, JSON, CSV, Markdown and pages are made of it, and a test can read it.
public protocol Question: Codable, Sendable {
  /// What the question is, for indexes and forms.
  static var summary: QuestionSummary { get }

  /// The options that are its own, by name: the one list behind the command line, JSON and documentation.
  static var parameters: [Parameter<Self>] { get }

  /// Checks what needs no network: the values of options, and the names of algorithms.
  ///
  /// - Throws: What is wrong with the question.
  func check() throws(QuestionError)

  /// Answers the question.
  ///
  /// - Throws: Why there is no answer. What is refused only in part stands in the answer.
  func answer(in study: Study) throws(QuestionError) -> Answer
}

extension Question {
  /// Checks the values of options.
  public func check() throws(QuestionError) { try checkOptions() }

  /// Checks that every option of its own has a value that it may have.
  ///
  /// - Throws: Which has not, and what it may be.
  func checkOptions() throws(QuestionError) {
    for parameter in Self.parameters {
      var copy = self
      let value = parameter.read(self)
      guard parameter.write(&copy, value) else {
        throw .unfit("\(parameter.name) cannot be \(value): it is \(parameter.values.description)")
      }
    }
  }
}

/// What a question is, for people who choose among questions.
public struct QuestionSummary: Sendable, Hashable {
  /// The name on the command line and in JSON: `rank`.
  public let id: String
  /// The name in a heading.
  public let title: String
  /// What it answers, in one sentence.
  public let meaning: String

  /// A summary.
  package init(id: String, title: String, meaning: String) {
    self.id = id
    self.title = title
    self.meaning = meaning
  }
}
