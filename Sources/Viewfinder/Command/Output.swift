import CLibrary
import TextLayout

/// The one place through which the program writes: words for people, which nothing that they quote can make act on the
/// terminal, and data for other programs, which stays as it is, to the byte.
package struct Output {
    /// Output that could not be written: a full disk, a closed pipe.
    package struct Failure: Error {
        let number: Int32
    }

    let file: Int32

    /// What was asked for.
    package static let standard = Output(file: STDOUT_FILENO)
    /// What went wrong.
    package static let errors = Output(file: STDERR_FILENO)

    /// Writes words for people and ends their line.
    package func words(_ text: String) throws(Failure) {
        let text = ReadableText.lines(text)
        try write(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n")
    }

    /// Asks a person something; the answer goes into the same line.
    package func prompt(_ text: String) throws(Failure) { try write(ReadableText.line(text)) }

    /// Writes data for other programs. A person who looks at it in a terminal sees it made readable.
    package func data(_ text: String) throws(Failure) {
        try write(isatty(file) == 1 ? ReadableText.lines(text) : text)
    }

    /// Writes words for people in which all that is quoted was made readable, and the escape sequences are the program's own.
    package func styled(_ text: String) throws(Failure) { try write(text) }

    /// Writes a frame with the escape sequences that draw it, none of which its texts can add to.
    package func ansi(_ frame: Frame, colors: FrameColors, theme: Theme = .anyGround) throws(Failure) {
        try write(frame.ansi(colors: colors, theme: theme) + "\n")
    }

    /// Nobody reads any more, by which a program in a pipe ends without a word; here too where a library ignores the signal.
    private func endQuietly() {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }

    private func write(_ text: String) throws(Failure) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { systemWrite(file, $0) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if written == 0 {
                throw Failure(number: EIO)
            } else if errno == EAGAIN {
                // A terminal or pipe that somebody else made non-blocking takes more in a moment.
                var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                poll(&request, 1, -1)
            } else if errno != EINTR {
                let number = errno
                if number == EPIPE, file == STDOUT_FILENO { endQuietly() }
                throw Failure(number: number)
            }
        }
    }
}

extension Output.Failure: CustomStringConvertible {
    package var description: String { "The output cannot be written: \(String(cString: strerror(number)))." }
}

// The name of the system's function is that of a method above.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
