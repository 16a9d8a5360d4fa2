import Basics
import Scenarios
import TerminalUI

/// Builds a program anew while its page is shown, whenever a source changes.
final class DevelopmentWatch: PageCompanion {
    private enum State {
        case waiting
        case building(PackageBuild)
        case failed
    }

    /// The time between two looks at the files.
    private static let interval = Duration.milliseconds(300)

    private let package: PackageFolder
    private var program: ProgramFile
    private var sources: [String: FileStamp]
    private var state = State.waiting
    private(set) var nextLook = Duration.zero
    private(set) var isOver = false

    /// - Parameter program: The file of the running program.
    init(_ package: PackageFolder, program: ProgramFile = ProgramFile()) {
        self.package = package
        self.program = program
        sources = package.sources()
    }

    var status: String {
        switch state {
        case .waiting: ""
        case .building: "building…"
        case .failed: "the last build failed"
        }
    }

    func look(at time: Duration) -> CompanionNews? {
        guard time >= nextLook else { return nil }
        nextLook = time + Self.interval
        if program.isRebuilt(), !isBuilding { isOver = true }
        let present = package.sources()
        if present != sources {
            sources = present
            return build()
        }
        guard case .building(let build) = state, let outcome = build.outcome(in: package) else { return nil }
        switch outcome {
        case .succeeded:
            state = .waiting
            // Two looks tell that the new file is whole.
            return program.isChanged ? nil : CompanionNews("built; the program is the same as before", isProblem: false)
        case .failed(let errors):
            state = .failed
            return CompanionNews("the build failed: \(errors.words)", isProblem: true)
        }
    }

    private var isBuilding: Bool {
        if case .building = state { true } else { false }
    }

    private func build() -> CompanionNews? {
        if case .building(let build) = state { build.cancel() }
        do throws(FileFailure) {
            state = .building(try PackageBuild(package))
            return nil
        } catch {
            state = .failed
            return CompanionNews("swift build does not start: \(error.reason)", isProblem: true)
        }
    }

    /// Ends a build that goes on.
    func stop() {
        if case .building(let build) = state { build.cancel() }
        state = .waiting
    }

    /// Lets the newer program take the place of this one.
    ///
    /// - Throws: Why it does not start.
    func takeOver() throws(FileFailure) -> Never { try program.takeOver() }
}
