import ActorAnalysis
import ActorModel

extension BlocAnalysis.Method {
  /// The way to divide that a question names.
  ///
  /// - Parameters:
  ///   - text: `given`, `kind`, `attribute/NAME`, or a method with its options.
  ///   - question: The id of the question.
  ///   - seed: Seed of random choices where the text names none.
  ///   - preset: Other options where the method has them and the text names none.
  /// - Throws: That there is no such method, option or value, with those that there are.
  package init(
    _ text: String, for question: String, seed: UInt64, preset: [AlgorithmOption] = []
  ) throws(QuestionError) {
    do {
      self = try BlocAnalysis.Method(text, seed: seed, preset: preset)
    } catch {
      throw QuestionError(error, question: question)
    }
  }

  /// Checks that attributes and actors named are in every network.
  ///
  /// - Throws: That one is not, with the nearest.
  package func check(in networks: [ActorNetwork]) throws(QuestionError) {
    do throws(AlgorithmTextError) {
      for network in networks { try check(in: network) }
    } catch {
      throw .unfit("\(error.description)")
    }
  }
}

extension AlgorithmChoice {
  /// Checks that actors and attributes named in options are in every network.
  ///
  /// - Throws: That one is not, with the nearest.
  func check(in networks: [ActorNetwork]) throws(QuestionError) {
    do throws(AlgorithmTextError) {
      for network in networks { try check(in: network) }
    } catch {
      throw .unfit("\(error.description)")
    }
  }
}
