import ActorGraph

extension AlgorithmIndex.Entry {
  /// The network that examples run on.
  private static let sampleFile = "Graphs/moscow-kabul.yaml"

  /// The command that runs it, without file: `rank --measure betweenness`.
  var command: String { words(isExample: false) }

  /// The command that runs it, with its file: `rank FILE --measure betweenness`.
  func command(on file: String) -> String { Self.line(command, on: file) }

  /// A line that runs as it stands from the repository's root.
  var example: String { "actorgraph " + Self.line(words(isExample: true), on: Self.sampleFile) }

  private static func line(_ command: String, on file: String) -> String {
    let words = command.split(separator: " ", maxSplits: 1).map(String.init)
    return (words.prefix(1) + [file] + words.dropFirst()).joined(separator: " ")
  }

  private func words(isExample: Bool) -> String {
    let from = "--from \(isExample ? "RUS" : "ACTOR")"
    let to = "--to \(isExample ? "EU" : "ACTOR")"
    // The seed network is directed.
    let direction = isExample && summary.graphs == .undirected ? " --direction either" : ""
    return switch use {
    case .measure, .structure: "\(use.question) --measure \(name(isExample: isExample))\(direction)"
    case .grouping: "\(use.question) --method \(name(isExample: isExample))\(direction)"
    case .route(let leadsToAll):
      "\(use.question) \(from)\(leadsToAll ? "" : " " + to) --method \(summary.id)\(direction)"
    case .objective(let objective): "\(use.question) \(from) \(to) --objective \(objective.rawValue)"
    case .partitionComparison:
      "\(use.question) --method \(isExample ? "leiden --against given" : "METHOD --against METHOD")"
    case .networkComparison:
      "\(use.question) \(isExample ? "--from 2024-12-31 --to 2025-07-08" : "--from DATE --to DATE")"
    }
  }

  /// Its name with the options that must be given.
  private func name(isExample: Bool) -> String {
    let options = parameters.filter { $0.standard == nil }.map { option in
      let actors = option.values == .node ? "ACTOR" : "ACTORS"
      return "\(option.name)=\(isExample ? option.sample ?? "RUS" : actors)"
    }
    return summary.id + (options.isEmpty ? "" : ":" + options.joined(separator: ","))
  }
}
