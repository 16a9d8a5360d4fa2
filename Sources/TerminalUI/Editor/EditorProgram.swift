import Basics
import CLibrary

/// The editor that a person has named to programs that need one.
struct EditorProgram {
    /// A command for the shell, such as `code --wait`.
    let command: String

    /// - Parameter environment: `VISUAL`, else `EDITOR` names it; without either it is `vi`.
    init(environment: (String) -> String?) {
        let named = ["VISUAL", "EDITOR"].compactMap(environment).first { !$0.isEmpty }
        command = named ?? "vi"
    }

    /// What the shell is started with.
    func words(for request: EditRequest) -> [String] {
        let place = request.line > 1 ? ["+\(request.line)"] : []
        return ["/bin/sh", "-c", "exec \(command) \"$@\"", "sh"] + place + [request.path]
    }

    /// Runs it on the terminal that the program has given back, until it ends.
    ///
    /// - Parameter stop: Stops the program as well while the editor is stopped, until the shell goes on with both.
    /// - Returns: What went wrong, in words for people; nil when nothing did.
    func edit(_ request: EditRequest, stop: () -> Void) -> String? {
        // The keys that interrupt are the editor's.
        let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
        defer {
            signal(SIGINT, before.0)
            signal(SIGQUIT, before.1)
        }
        let process: pid_t
        do throws(FileFailure) {
            process = try ChildProcess.start(words(for: request), streams: .inherited, hasOwnGroup: false)
        } catch {
            return "the editor could not be started: \(error.reason)"
        }
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WUNTRACED)
            if ended < 0, errno == EINTR { continue }
            guard ended == process else { return nil }
            if status & 0xFF == 0x7F {
                stop()
                kill(process, SIGCONT)
                continue
            }
            break
        }
        let (code, number) = ((status >> 8) & 0xFF, status & 0x7F)
        if number != 0 { return "the editor \(command) was ended by signal \(number)" }
        if code == 127 { return "there is no editor \(command): EDITOR names one, as in EDITOR=nano" }
        return code == 0 ? nil : "the editor \(command) ended with status \(code)"
    }
}
