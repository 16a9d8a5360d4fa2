import Testing

@testable import LiveEngine
