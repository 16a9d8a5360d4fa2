import Simulator

/// Makes events of the bytes that a terminal sends, whatever pieces they come in.
///
/// A sequence it does not know is swallowed whole, never typed as text. How long to wait for the rest of a sequence is a
/// value (`patience`), so nothing in here looks at a clock.
struct InputDecoder {
    private enum Mode {
        case keys
        /// Within `ESC [ 200 ~` … `ESC [ 201 ~`.
        case paste
        /// Within a reply of the terminal's own (OSC, DCS, APC, PM, SOS), up to its end.
        case reply
    }

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private static let controlQ: UInt8 = 0x11

    private var mode = Mode.keys
    private var buffer: [UInt8] = []
    private var pasted: [UInt8] = []
    /// What has come of an operating system command, up to a length that none of use has.
    private var command: [UInt8] = []
    /// Whether the reply is one.
    private var isCommand = false
    private static let longestCommand = 64

    /// How long to wait for further bytes before `expire()` is due; nil while nothing has begun.
    var patience: Duration? {
        switch mode {
        case .paste: .seconds(2)
        case .reply: .milliseconds(100)
        case .keys:
            switch buffer.count {
            case 0: nil
            // The escape key alone, or alt with a bracket or an O: a person waits for these.
            case 1, 2: .milliseconds(25)
            default: .milliseconds(100)
            }
        }
    }

    /// Takes what was read and gives the events that are complete.
    mutating func feed(_ bytes: some Collection<UInt8>) -> [InputEvent] {
        // A paste whose end never comes must not hold the key that quits everywhere, which comes by itself.
        if case .paste = mode, bytes.count == 1, bytes.first == Self.controlQ {
            return [.key(Key(.character("q"), .control))]
        }
        buffer += bytes
        return drain(isFinal: false)
    }

    /// Gives what the bytes so far mean, now that no more came in time.
    mutating func expire() -> [InputEvent] {
        var events = drain(isFinal: true)
        switch mode {
        case .keys: break
        case .reply: mode = .keys
        case .paste:
            pasted += buffer
            buffer = []
            mode = .keys
            events += takePaste()
        }
        return events
    }

    private mutating func drain(isFinal: Bool) -> [InputEvent] {
        var events: [InputEvent] = []
        var place = 0
        loop: while place < buffer.count {
            switch mode {
            case .keys:
                switch SequenceReader(bytes: buffer, isFinal: isFinal).step(at: place) {
                case .take(let length, let taken):
                    events += taken
                    place += length
                case .beginPaste(let length):
                    mode = .paste
                    place += length
                case .beginReply(let length):
                    mode = .reply
                    isCommand = buffer[place + 1] == UInt8(ascii: "]")
                    command = []
                    place += length
                case .needsMore: break loop
                }
            case .reply:
                guard let (stop, end) = replyEnd(from: place) else {
                    // An escape at the very end may begin the terminator.
                    let stop = buffer.last == SequenceReader.escape && !isFinal ? buffer.count - 1 : buffer.count
                    keep(buffer[place..<stop])
                    place = stop
                    break loop
                }
                keep(buffer[place..<stop])
                mode = .keys
                place = end
                if isCommand, let answer = TerminalAnswer(command: command) { events.append(.answer(answer)) }
            case .paste:
                guard let end = find(Self.pasteEnd, from: place) else {
                    let kept = isFinal ? 0 : min(Self.pasteEnd.count - 1, buffer.count - place)
                    pasted += buffer[place..<buffer.count - kept]
                    place = buffer.count - kept
                    break loop
                }
                pasted += buffer[place..<end]
                place = end + Self.pasteEnd.count
                mode = .keys
                events += takePaste()
            }
        }
        buffer.removeFirst(place)
        return events
    }

    // MARK: - Replies and pastes

    /// Where what a reply says stops, and where the reply itself ends.
    private func replyEnd(from place: Int) -> (stop: Int, end: Int)? {
        var end = place
        while end < buffer.count {
            if buffer[end] == 0x07 { return (end, end + 1) }
            if buffer[end] == SequenceReader.escape, end + 1 < buffer.count {
                // Anything else after an escape begins a new sequence.
                return (end, buffer[end + 1] == UInt8(ascii: "\\") ? end + 2 : end)
            }
            end += 1
        }
        return nil
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        guard isCommand, command.count < Self.longestCommand else { return }
        command += bytes.prefix(Self.longestCommand - command.count)
    }

    private func find(_ needle: [UInt8], from place: Int) -> Int? {
        var start = place
        while start + needle.count <= buffer.count {
            if buffer[start] == needle[0], buffer[start..<start + needle.count].elementsEqual(needle) { return start }
            start += 1
        }
        return nil
    }

    private mutating func takePaste() -> [InputEvent] {
        defer { pasted = [] }
        var text = ""
        for character in String(decoding: pasted, as: UTF8.self) {
            if character == "\r" || character == "\r\n" || character == "\n" {
                text.append("\n")
            } else if character == "\t" || SequenceReader.isPrintable(character) {
                text.append(character)
            }
        }
        return text.isEmpty ? [] : [.paste(text)]
    }
}
