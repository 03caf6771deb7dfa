import ArgumentParser
import Foundation
import Synchronization

@testable import ActorGraphCLI

/// The command line, run as a user runs it.
///
/// Most runs take place in the test's process, where a run takes half the time that a process of its own takes. What has
/// to do with processes (signals, pipes, limits, crashes) runs the built program.
struct Program {
  /// How a run ended and what it printed.
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    /// The output as a JSON object; empty where it is none.
    var json: [String: Any] {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
    }
  }

  /// The executable beside the test bundle.
  static let path: String = {
    let own = [
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")), CommandLine.arguments[0],
    ]
    for start in own.compactMap(\.self) + CommandLine.arguments {
      var folder = URL(filePath: start).deletingLastPathComponent()
      for _ in 0..<5 {
        let candidate = folder.appending(path: "actorgraph").path()
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        folder = folder.deletingLastPathComponent()
      }
    }
    preconditionFailure("actorgraph is not built")
  }()

  /// The repository's root.
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path()

  /// The seed network.
  static let seed = root + "Graphs/moscow-kabul.yaml"

  /// Runs the program, or a shell line in which `$actorgraph` stands for it.
  ///
  /// - Parameters:
  ///   - asProcess: Whether the program runs as a process of its own, as shell lines do.
  ///   - interrupt: Seconds after which it is sent a signal.
  ///   - signal: The signal; an interrupt unless another is named.
  static func run(
    _ arguments: [String], in folder: String? = nil, shell: String? = nil, interruptAfter interrupt: Double? = nil,
    signal: Int32 = SIGINT, asProcess: Bool = false
  ) async throws -> Run {
    if shell == nil, interrupt == nil, !asProcess, WorkingFolder.isOwnPossible, !readsStandardInput(arguments) {
      return await runHere(arguments, in: folder)
    }
    let scratch = try Scratch()
    defer { scratch.remove() }
    let process = Process()
    process.executableURL = URL(filePath: shell == nil ? path : "/bin/bash")
    process.arguments = shell.map { ["-c", $0, "bash"] + arguments } ?? arguments
    var environment = ProcessInfo.processInfo.environment
    environment["actorgraph"] = path
    environment["seed"] = seed
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let files = try ["out", "err"].map { name in
      let file = scratch.folder + "/" + name
      _ = FileManager.default.createFile(atPath: file, contents: nil)
      return try FileHandle(forWritingTo: URL(filePath: file))
    }
    process.standardOutput = files[0]
    process.standardError = files[1]
    process.standardInput = FileHandle.nullDevice
    await Gate.shared.enter()
    defer { Task { await Gate.shared.leave() } }
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        // Foundation enters the folder for a moment, and with it the whole process.
        try launching.withLock { _ in try process.run() }
        if let interrupt {
          DispatchQueue.global().asyncAfter(deadline: .now() + interrupt) {
            // Once it has ended its number may be another's.
            if process.isRunning { kill(process.processIdentifier, signal) }
          }
        }
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    // A process keeps its handles; thousands of runs must not use up the descriptors.
    for file in files { try file.close() }
    return Run(
      status: process.terminationStatus, output: try scratch.text("out"), errors: try scratch.text("err"))
  }

  /// Held while a process is started.
  private static let launching = Mutex(())

  /// Runs the program with arguments written as on a command line; no quoting.
  static func run(_ line: String, in folder: String? = nil, asProcess: Bool = false) async throws -> Run {
    try await run(line.split(separator: " ").map(String.init), in: folder, asProcess: asProcess)
  }

  /// A run that several tests look at, and that is made once. Its command line writes no file.
  static func sharedRun(_ arguments: [String]) async throws -> Run { try await SharedRuns.all.run(arguments) }

  /// Whether a dash stands for an input: it is what an output is called too.
  private static func readsStandardInput(_ arguments: [String]) -> Bool {
    zip([""] + arguments, arguments).contains { before, word in word == "-" && !["-o", "--output"].contains(before) }
  }

  /// Runs the program in this process.
  private static func runHere(_ arguments: [String], in folder: String?) async -> Run {
    await Gate.shared.enter()
    defer { Task { await Gate.shared.leave() } }
    return await withCheckedContinuation { continuation in
      let thread = Thread {
        if let folder { WorkingFolder.changeForThisThread(to: folder) }
        let transcript = Terminal.Transcript()
        let status = Terminal.$transcript.withValue(transcript) { exitCode(running: arguments) }
        continuation.resume(returning: Run(status: status, output: transcript.output, errors: transcript.errors))
      }
      // As much as the main thread of a program has.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Carries out a command line. Where nothing is wrong with it the command itself reads it, which takes less than half
  /// the time that the program takes with all its commands.
  private static func exitCode(running arguments: [String]) -> Int32 {
    let type = ActorGraphCommand.configuration.subcommands.first { ActorGraphCommand.name(of: $0) == arguments.first }
    guard var command = try? type?.parseAsRoot(Array(arguments.dropFirst())) else {
      return ActorGraphCommand.exitCode(running: arguments)
    }
    do {
      try command.run()
      return 0
    } catch {
      return ActorGraphCommand.tell(of: error)
    }
  }
}

/// The folder that relative paths begin in; Linux lets a thread have its own.
private enum WorkingFolder {
  private typealias Unshare = @convention(c) (Int32) -> Int32

  /// The call is in the C library, but not in the headers that Swift sees.
  private static let unshare = dlsym(nil, "unshare").map { unsafeBitCast($0, to: Unshare.self) }

  /// Whether a thread may have a folder of its own; in a container it may be forbidden.
  static let isOwnPossible: Bool = {
    let done = DispatchSemaphore(value: 0)
    let answer = Mutex(false)
    Thread.detachNewThread {
      answer.withLock { $0 = separate() }
      done.signal()
    }
    done.wait()
    return answer.withLock { $0 }
  }()

  /// Gives the present thread a folder of its own.
  private static func separate() -> Bool {
    let fileSystemAttributes: Int32 = 0x200
    return unshare.map { $0(fileSystemAttributes) == 0 } ?? false
  }

  static func changeForThisThread(to folder: String) {
    precondition(separate() && chdir(folder) == 0, "no way into \(folder)")
  }
}

/// Lets two programs run at a time, so that their times mean something on a small machine.
private actor Gate {
  static let shared = Gate()

  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Runs of the same command line, which is carried out once.
private actor SharedRuns {
  static let all = SharedRuns()

  private var runs: [[String]: Task<Program.Run, any Error>] = [:]

  func run(_ arguments: [String]) async throws -> Program.Run {
    let task = runs[arguments] ?? Task { try await Program.run(arguments) }
    runs[arguments] = task
    return try await task.value
  }
}

/// A folder of a test's own.
struct Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "actorgraph-cli-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> String {
    try bytes.write(to: URL(filePath: folder + "/" + name))
    return folder + "/" + name
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }
}

/// Networks written for a test.
enum NetworkText {
  /// Two actors, one sourced relation: nothing wrong with it.
  static let sound = """
    network: t
    sources:
      - id: s1
    actors:
      - {id: A, name: Alpha}
      - {id: B, name: Beta}
    relations:
      - id: R1
        from: A
        to: B
        type: meets
        sign: positive
        strength: 0.5
        confidence: 0.5
        since: 2025-01-01
        evidence:
          - {source: s1}

    """

  /// A network of so many actors and relations, the same each time, as JSON.
  static func large(actors: Int, relations: Int) -> String {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let actorTexts = (0..<actors).map { #"{"id": "a\#($0)", "name": "Actor \#($0)"}"# }
    let relationTexts = (0..<relations).map {
      #"{"id": "r\#($0)", "from": "a\#(next(actors))", "to": "a\#(next(actors))", "type": "t"}"#
    }
    return """
      {"network": "large", "actors": [\(actorTexts.joined(separator: ",\n"))],
      "relations": [\(relationTexts.joined(separator: ",\n"))]}
      """
  }
}

/// Data sets that are kept beside the package, in a folder `shared/data`; tests that need them say so where absent.
enum SharedFolder {
  /// The folder; `nil` where there is none.
  static let data: String? = {
    var place = URL(filePath: #filePath).resolvingSymlinksInPath()
    while place.path() != "/" {
      place.deleteLastPathComponent()
      let folder = place.appending(path: "shared/data")
      if FileManager.default.fileExists(atPath: folder.path()) { return folder.path() }
    }
    return nil
  }()
}
