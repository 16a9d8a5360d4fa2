import Basics
import Simulator
import TextLayout

/// Asks in which form a picture of the terminal is to be written.
final class PicturePrompt: Overlay {
    /// What a picture can be written as.
    enum Form: String, CaseIterable {
        case text, ansi, svg, html

        /// The key that chooses it.
        var key: Key {
            switch self {
            case .text: Key(.character("t"))
            case .ansi: Key(.character("a"))
            case .svg: Key(.character("s"))
            case .html: Key(.character("h"))
            }
        }

        var suffix: String { self == .text ? "txt" : rawValue }
    }

    private let write: (Form) -> Void

    /// - Parameter write: Writes the picture, and says where it is.
    init(write: @escaping (Form) -> Void) { self.write = write }

    var keyHelp: [HelpLine] { [] }

    func press(_ key: Key) -> OverlayOutcome {
        guard let form = Form.allCases.first(where: { $0.key == key }) else { return .closed }
        write(form)
        return .closed
    }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        let choices = Form.allCases.map { "\($0.key.name): \($0.rawValue)" }.joined(separator: ", ")
        MessageBar(text: "a picture of this as \(choices)  (Esc: none)", kind: .question).draw(into: &frame)
        frame.cursor = nil
    }
}

/// Writes a picture of a frame into a file of its own.
struct PictureFile {
    let frame: Frame
    let form: PicturePrompt.Form
    /// What the page is called.
    let title: String
    /// Where the page is, from which the file has its name.
    let address: String

    /// Writes it under a name that no file has yet.
    ///
    /// - Parameter folder: Where; the working folder when empty.
    /// - Returns: The file's path.
    func write(in folder: String) throws(FileFailure) -> String {
        let start = folder.isEmpty ? "" : folder + "/"
        let path = start + Self.name(of: address, suffix: form.suffix) { FileSystem.status(of: start + $0) != nil }
        try FileSystem.replace(path, with: text)
        return path
    }

    var text: String {
        switch form {
        case .text: frame.text + "\n"
        case .ansi: frame.ansi() + "\n"
        case .svg: frame.svg()
        case .html: frame.html(title: title)
        }
    }

    /// Such as `settings-2.svg`, from `/settings`.
    static func name(of address: String, suffix: String, isTaken: (String) -> Bool) -> String {
        let words = address.prefix { $0 != "?" && $0 != "#" }.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let stem = words.isEmpty ? "page" : words.joined(separator: "-").prefix(60)
        var number = 1
        while isTaken("\(stem)-\(number).\(suffix)") { number += 1 }
        return "\(stem)-\(number).\(suffix)"
    }
}

extension Interface {
    /// Asks for the form of a picture of what is shown, and writes it.
    func askForPicture() { overlay = PicturePrompt { [unowned self] in writePicture(as: $0) } }

    func writePicture(as form: PicturePrompt.Form) {
        overlay = nil
        problems.acknowledge()
        let picture = PictureFile(
            frame: frame(), form: form, title: simulator.client.title, address: simulator.client.address)
        do throws(FileFailure) {
            problems.tell("written: \(try picture.write(in: pictureFolder))")
        } catch {
            problems.tell("the picture was not written: \(error.reason)")
        }
    }
}
