/// The namespace of an element.
public enum Namespace: UInt8, Sendable {
    case html
    case svg
    case mathML
}
