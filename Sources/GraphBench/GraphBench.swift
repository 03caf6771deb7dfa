import Foundation
import GraphCore

/// Times the algorithms on the benchmark graphs, each after its answer was checked.
///
/// A case whose answer is not right is named and not timed, and the run fails.
///
/// Prints one line `actorgraph<TAB>case<TAB>seconds` for each case, the best of several runs, and with `--against` a
/// table of ratios to the fastest other program.
@main
struct GraphBench {
  static let usage = """
    usage: GraphBench FOLDER [--threads N] [--only PART] [--against FILE]
           GraphBench --growth [--threads N] [--largest EDGES]
    FOLDER holds actors-10k.wel and rmat-16.wel; FILE holds lines of other programs: name, case, seconds.
    """

  private var folder: String?
  private var threads = 2
  private var only = ""
  private var against: String?
  private var growth = false
  private var largest = 10_000_000

  static func main() {
    do {
      let bench = try GraphBench(Array(CommandLine.arguments.dropFirst()))
      try bench.run()
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--threads": threads = try Self.number(rest.popFirst())
      case "--largest": largest = try Self.number(rest.popFirst())
      case "--only": only = rest.popFirst() ?? ""
      case "--against": against = rest.popFirst()
      case "--growth": growth = true
      default:
        guard folder == nil, !argument.hasPrefix("-") else { throw UsageProblem() }
        folder = argument
      }
    }
    guard growth != (folder != nil) else { throw UsageProblem() }
  }

  private static func number(_ text: String?) throws -> Int {
    guard let number = text.flatMap({ Int($0) }), number >= 1 else { throw UsageProblem() }
    return number
  }

  private func run() throws {
    let context = RunContext(threads: threads)
    if let folder {
      try time(in: folder, context)
    } else {
      try Growth(largest: largest, context).run()
    }
  }

  private func time(in folder: String, _ context: RunContext) throws {
    let path = "\(folder)/rmat-16.wel"
    let rmat = try EdgeListFile.graph(at: path)
    let cases =
      try ActorCases(EdgeListFile.graph(at: "\(folder)/actors-10k.wel"), context).all
      + TraversalCases(rmat, path: path, context).all
    var rows: [String] = []
    var wrongCount = 0
    let peers = try against.map(PeerTimes.init(path:))
    for item in cases where only.isEmpty || item.name.contains(only) {
      do {
        try item.check()
      } catch let wrong as WrongAnswer {
        FileHandle.standardError.write(Data("\(item.name): \(wrong)\n".utf8))
        wrongCount += 1
        continue
      }
      let seconds = try Timing.best(of: item.runs, item.work)
      print("actorgraph\t\(item.name)\t\(Figures.text(seconds, places: 4))")
      if let peers { rows.append(peers.row(item.name, seconds: seconds, required: item.required)) }
    }
    if only.isEmpty {
      let bytes = Double(rmat.byteCount) / Double(rmat.edgeCount)
      print("actorgraph\trmat-16 bytes an edge\t\(Figures.text(bytes, places: 1))")
    }
    if peers != nil { print(([PeerTimes.head] + rows).joined(separator: "\n")) }
    if wrongCount > 0 { throw WrongAnswer(description: "\(wrongCount) cases not timed, their answers are not right") }
  }
}

/// The arguments make no sense.
struct UsageProblem: Error, CustomStringConvertible {
  var description: String { GraphBench.usage }
}
