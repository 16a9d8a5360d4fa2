import Markup
import Templates

/// What is wrong with a chosen file, or with all that were chosen together.
public enum UploadProblem: Hashable, Sendable {
    /// The limit is in bytes.
    case tooLarge(limit: Int)
    /// What would have been taken, as `UploadRules.accept` has it.
    case notAccepted([String])
    /// More files were chosen than may be at once.
    case tooManyFiles(limit: Int)
    /// It could not be sent.
    case failed(reason: String)

    /// The word by which both sides know it (TheWire.md, "Uploads on the wire").
    public var code: String {
        switch self {
        case .tooLarge: "too_large"
        case .notAccepted: "not_accepted"
        case .tooManyFiles: "too_many_files"
        case .failed: "external_client_failure"
        }
    }

    var isFailure: Bool {
        if case .failed = self { true } else { false }
    }
}

extension UploadProblem: CustomStringConvertible, TextConvertible {
    /// What is wrong, in words for people.
    public var description: String {
        switch self {
        case .tooLarge(let limit):
            "Too large: at most \(FileSize.text(Double(limit)).replacing(".0 ", with: " "))."
        case .notAccepted(let accepted): "Not accepted: choose \(Self.list(accepted))."
        case .tooManyFiles(1): "Too many files: choose one."
        case .tooManyFiles(let limit): "Too many files: at most \(limit)."
        case .failed(let reason): "The file could not be sent: \(reason)."
        }
    }

    private static func list(_ patterns: [String]) -> String {
        guard let last = patterns.last, patterns.count > 1 else { return patterns.first ?? "" }
        return patterns.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension UploadProblem: Encodable {
    /// Writes the words, for template files.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
