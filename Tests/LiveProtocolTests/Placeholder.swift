import Testing

@testable import LiveProtocol
