@testable import Gallery
