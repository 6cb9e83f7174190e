//! Which version of a crate was measured, as `Cargo.lock` has it.

const LOCK: &str = include_str!("../Cargo.lock");

/// The version of a crate that this one depends on by itself, without build metadata.
pub(crate) fn of(package: &str) -> &'static str {
    let version = find(LOCK, env!("CARGO_PKG_NAME"), package).unwrap_or("?");
    version.split('+').next().unwrap_or(version)
}

/// The lock names a dependency's version where there are several of its name, else only its name.
fn find<'l>(lock: &'l str, dependent: &str, package: &str) -> Option<&'l str> {
    let own = lock.split("[[package]]").find(|block| value(block, "name") == Some(dependent))?;
    let mut dependencies = own.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","));
    let named = dependencies.find(|dependency| dependency.split(' ').next() == Some(package))?;
    match named.split_once(' ') {
        Some((_, version)) => Some(version),
        None => lock
            .split("[[package]]")
            .find(|block| value(block, "name") == Some(package))
            .and_then(|block| value(block, "version")),
    }
}

fn value<'l>(block: &'l str, key: &str) -> Option<&'l str> {
    let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""));
    line?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_version_that_is_depended_on() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\n\
                    version = \"2.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"3.0.0\"\n\n[[package]]\n\
                    name = \"own\"\nversion = \"0.0.0\"\ndependencies = [\n \"a 2.0.0\",\n \"b\",\n]\n";
        assert_eq!(find(lock, "own", "a"), Some("2.0.0"));
        assert_eq!(find(lock, "own", "b"), Some("3.0.0"));
        assert_eq!(find(lock, "own", "c"), None);
    }
}
