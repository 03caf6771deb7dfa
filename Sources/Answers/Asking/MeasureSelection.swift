import ActorAnalysis
import GraphCore

/// Measures as a question names them, ready to run.
package struct MeasureSelection: Sendable {
  /// Measures of actors.
  package private(set) var actors: [MeasureChoice] = []
  /// Measures of actors over a period.
  package private(set) var timed: [TimedRanking] = []
  /// Measures of ties.
  package private(set) var ties: [TieMeasureChoice] = []

  /// Measures of actors, of actors over a period and of ties, by their texts.
  ///
  /// - Parameters:
  ///   - texts: Names with options: `pagerank:damping=0.9`; `all` for every measure of actors that needs none named.
  ///   - standard: What is taken where no measure is named.
  ///   - seed: Seed of random choices where a text names none.
  /// - Throws: That there is no such measure, option or value, with those that there are.
  package init(_ texts: [String], standard: [String], seed: UInt64) throws(QuestionError) {
    let catalog = MeasureCatalog()
    var others: [String] = []
    do throws(AlgorithmTextError) {
      for text in texts {
        if let measure = try catalog.timedChoice(text) {
          timed.append(TimedRanking(by: measure))
        } else if let choice = try catalog.tieChoice(text) {
          ties.append(choice)
        } else {
          others.append(text)
        }
      }
    } catch {
      throw QuestionError(error, question: Self.question)
    }
    if !others.isEmpty || (ties.isEmpty && timed.isEmpty) {
      actors = try Self.actors(others, standard: standard, seed: seed)
    }
  }

  /// Measures of actors alone, by their texts.
  ///
  /// - Throws: That there is no such measure, option or value, with those that there are.
  package static func actors(
    _ texts: [String], standard: [String] = [], seed: UInt64
  ) throws(QuestionError) -> [MeasureChoice] {
    let catalog = MeasureCatalog()
    var choices: [MeasureChoice] = []
    do throws(AlgorithmTextError) {
      for text in texts.isEmpty ? standard : texts {
        if text == "all" {
          for kind in catalog.measures where kind.runsAlone { choices.append(try kind.choice(seed: seed)) }
        } else {
          choices.append(try catalog.choice(text, seed: seed))
        }
      }
    } catch {
      throw QuestionError(error, question: question)
    }
    return choices
  }

  /// The question whose measures these are.
  private static let question = "rank"
}
