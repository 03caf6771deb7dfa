import ActorGraph
import ArgumentParser
import Foundation

/// The program.
@main
struct ActorGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actorgraph",
    abstract: "Who does what to whom: networks of actors, with the evidence behind every number.",
    usage: "actorgraph COMMAND FILE… [options]",
    discussion: """
      Examples, from the repository's root:
        actorgraph check Graphs/moscow-kabul.yaml
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
        actorgraph timeline Graphs/moscow-kabul.yaml --every month --from 2025
        actorgraph draw Graphs/moscow-kabul.yaml -o kabul.svg

      Exit codes: 0 done; 64 usage; 65 data at fault; 66 no such input;
      70 internal error; 73 cannot create output; 74 input or output failed;
      130 interrupted.
      """,
    version: Manifest.programVersion,
    subcommands: [
      Check.self, Info.self, Show.self, List.self, Rank.self, Paths.self, Groups.self, Structure.self, Compare.self,
      TimelineCommand.self,
      Draw.self, Convert.self, Merge.self,
      Algorithms.self, Schema.self,
    ])

  /// Runs the command line; a misspelt command is answered with the nearest.
  static func main() {
    Interrupt.watch()
    MemoryExhaustion.watch()
    if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") {
      let names = configuration.subcommands.map(name) + ["help"]
      if !names.contains(word) {
        let near = NearestNames(to: word, among: names).first
        let advice = near.map { "did you mean '\($0)'?" } ?? "commands are \(names.joined(separator: ", "))"
        exit(withError: ValidationError("there is no command '\(word)'; \(advice)"))
      }
    }
    // A file that grows past a limit is an error to report, so that nothing half-written stays behind.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Ends the program with the parser's message: help goes to standard output, and must arrive there.
  private static func end(with error: any Error) -> Never {
    if exitCode(for: error) == .success {
      do throws(CommandFailure) {
        try Terminal.print(fullMessage(for: error) + "\n")
      } catch {
        for line in error.lines { Terminal.warn(line) }
        exit(withError: ExitCode(error.exitCode))
      }
      exit(withError: ExitCode.success)
    }
    exit(withError: error)
  }

  /// A command's name: as configured, else its type's in small letters.
  static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
