import Foundation
import GraphCore

/// Times the algorithms on the benchmark graphs, each after its answer was checked; see ``usage``.
@main
struct GraphBench {
  static let usage = """
    Time the algorithms on the benchmark graphs, and print one line a case: actorgraph, case, seconds (best of the runs).

    usage: GraphBench FOLDER [--only PART] [--threads N] [--against FILE]
           GraphBench --growth [--largest EDGES] [--threads N]
           GraphBench --scale FILE [--threads N]
           GraphBench --read FILE

    FOLDER           holds actors-10k.wel and rmat-16.wel, lines of source, target, weight, node numbers from 0
    --only PART      only the cases that have this in their names
    --threads N      how many threads may work at once (2)
    --against FILE   then print for each case how many times as fast it is as the fastest other program, and whether
                     that is enough. FILE holds lines of other programs: name, tab, case, tab, seconds; all others are
                     passed over. Times hold only beside others of the same hour on the same quiet machine.
    --growth         time and memory from a thousand edges on, ten times as many each time, and the exponents, as a
                     Markdown table
    --largest EDGES  where to end (10000000)
    --scale FILE     load one large graph and run what must be possible on it, with the most memory held up to there
    --read FILE      read a network file of any format, and print the seconds and the most memory that this took beside
                     that of the network itself

    Each answer is compared with a frozen one of another program before it is timed. A case whose answer is not right is
    named and not timed, and the exit code is 1; it is 2 for arguments that make no sense.
    """

  private var folder: String?
  private var threads = 2
  private var only = ""
  private var against: String?
  private var growth = false
  private var file: String?
  private var largest = 10_000_000
  private var scale: String?

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains("--help") || arguments.contains("-h") {
      print(usage)
      return
    }
    do {
      try GraphBench(arguments).run()
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(error is UsageProblem ? 2 : 1)
    }
  }

  private init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--threads": threads = try Self.number(rest.popFirst(), after: argument)
      case "--largest": largest = try Self.number(rest.popFirst(), after: argument)
      case "--only": only = try Self.text(rest.popFirst(), after: argument)
      case "--against": against = try Self.text(rest.popFirst(), after: argument)
      case "--scale": scale = try Self.text(rest.popFirst(), after: argument)
      case "--growth": growth = true
      case "--read": file = try Self.text(rest.popFirst(), after: argument)
      default:
        guard folder == nil, !argument.hasPrefix("-") else {
          throw UsageProblem(description: "'\(argument)' was not expected; see GraphBench --help")
        }
        folder = argument
      }
    }
    guard [folder != nil, growth, scale != nil, file != nil].count(where: { $0 }) == 1 else {
      throw UsageProblem(
        description: "give either a folder, --growth, --scale FILE or --read FILE; see GraphBench --help")
    }
  }

  private static func text(_ value: String?, after option: String) throws -> String {
    guard let value else { throw UsageProblem(description: "\(option) needs a value; see GraphBench --help") }
    return value
  }

  private static func number(_ value: String?, after option: String) throws -> Int {
    guard let number = Int(try text(value, after: option)), number >= 1 else {
      throw UsageProblem(description: "\(option) needs a whole number from 1, not '\(value ?? "")'")
    }
    return number
  }

  private func run() throws {
    let context = RunContext(threads: threads)
    if let folder { try time(in: folder, context) }
    if growth { try Growth(largest: largest, context).run() }
    if let scale { try LargeGraph(path: scale, context).run() }
    if let file { try FileReading(path: file).run() }
  }

  private func time(in folder: String, _ context: RunContext) throws {
    let peers = try against.map(PeerTimes.init(path:))
    let path = "\(folder)/rmat-16.wel"
    let rmat = try EdgeListFile.graph(at: path)
    let cases =
      try ActorCases(EdgeListFile.graph(at: "\(folder)/actors-10k.wel"), context).all
      + TraversalCases(rmat, path: path, context).all
    var rows: [String] = []
    var wrongCount = 0
    for item in cases where only.isEmpty || item.name.contains(only) {
      do {
        try item.check()
      } catch let wrong as WrongAnswer {
        FileHandle.standardError.write(Data("\(item.name): \(wrong)\n".utf8))
        wrongCount += 1
        continue
      }
      let seconds = try Timing.best(of: item.runs, item.work)
      print("actorgraph\t\(item.name)\t\(Figures.text(seconds, places: 5))")
      if let peers { rows.append(peers.row(item.name, seconds: seconds, required: item.required)) }
    }
    if only.isEmpty || "rmat-16 bytes an edge".contains(only) {
      let bytes = Double(rmat.byteCount) / Double(rmat.edgeCount)
      print("actorgraph\trmat-16 bytes an edge\t\(Figures.text(bytes, places: 1))")
      rows.append(PeerTimes.memoryRow(bytes: bytes, allowed: 24))
    }
    if peers != nil { print((["", PeerTimes.head] + rows).joined(separator: "\n")) }
    if wrongCount > 0 { throw WrongAnswer(description: "\(wrongCount) cases not timed, their answers are not right") }
  }
}

/// The arguments make no sense.
struct UsageProblem: Error, CustomStringConvertible {
  let description: String
}
