import ActorAnalysis
import ActorModel

/// Measures of actors and of the whole network, as somebody names them for a series.
struct SeriesMeasures {
  private(set) var actors: [MeasureChoice] = []
  private(set) var network: [NetworkMeasure] = []

  /// The measures named.
  ///
  /// - Parameter isBare: Whether nothing is asked for by name, so that the usual ones are taken.
  init(_ texts: [String], isBare: Bool, seed: UInt64) throws(QuestionError) {
    var names: [String] = []
    for text in texts {
      if text == "network" {
        network += NetworkMeasure.allCases
      } else if let measure = NetworkMeasure(rawValue: text) {
        network.append(measure)
      } else {
        names.append(text)
      }
    }
    if isBare { network = NetworkMeasure.standard }
    var seen: Set<NetworkMeasure> = []
    network = network.filter { seen.insert($0).inserted }
    guard isBare || !names.isEmpty else { return }
    do throws(QuestionError) {
      actors = try MeasureSelection.actors(names, standard: ["betweenness"], seed: seed)
    } catch .unfit(let reason) {
      guard case .text(let words)? = reason.parts.first, words.hasPrefix("there is no measure") else {
        throw .unfit(reason)
      }
      let others = NetworkMeasure.allCases.map(\.rawValue).joined(separator: ", ")
      throw .unfit("\(reason); for the whole network: \(others), network")
    }
  }
}

/// Actors and ties as somebody names them, among several networks.
struct SeriesNames {
  let networks: [ActorNetwork]

  /// Checks that what a measure names is in one of the networks.
  func check(_ choice: MeasureChoice) throws(QuestionError) {
    var problem: QuestionError?
    for network in networks {
      do throws(QuestionError) {
        return try choice.check(in: [network])
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { throw problem }
  }

  /// Ties as FROM:TO; an id may itself hold a colon.
  func ties(_ texts: [String]) throws(QuestionError) -> [TrackedTie] {
    var tracked: [TrackedTie] = []
    for text in texts {
      guard text.contains(":") else { throw .unfit("'\(text)' is not of the form FROM:TO") }
      var found: TrackedTie?
      var problem = ""
      for colon in text.indices where text[colon] == ":" {
        do throws(UnknownActor) {
          let from = try actor(String(text[..<colon]))
          let to = try actor(String(text[text.index(after: colon)...]))
          found = found ?? TrackedTie(from: from.id, to: to.id)
        } catch {
          if problem.isEmpty { problem = error.description }
        }
      }
      guard let found else { throw .unfit("\(option: "tie") \(text): \(problem)") }
      if !tracked.contains(found) { tracked.append(found) }
    }
    return tracked
  }

  /// The ids of the actors named; `nil` for all.
  func actors(_ words: [String]) throws(QuestionError) -> Set<String>? {
    guard !words.isEmpty else { return nil }
    var ids: Set<String> = []
    for word in words {
      do throws(UnknownActor) {
        ids.insert(try actor(word).id)
      } catch {
        throw .unfit("\(error.description)")
      }
    }
    return ids
  }

  /// The actor that a word means in the first of the networks that knows it.
  private func actor(_ word: String) throws(UnknownActor) -> Actor {
    var problem = UnknownActor.unknown(word, nearest: [])
    for network in networks {
      do throws(UnknownActor) {
        return try network.actor(named: word)
      } catch {
        if case .ambiguous = error { throw error }
        if case .unknown(_, let nearest) = problem, nearest.isEmpty { problem = error }
      }
    }
    throw problem
  }
}
