//! Servers on loopback, one thread a connection, and the bodies that they send.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpListener, TcpStream};
use std::thread;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

pub(crate) const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A server that gives each connection's request head to `answer`, which writes what it likes.
pub(crate) fn serve(answer: impl Fn(&str, &mut TcpStream) + Clone + Send + 'static) -> Server {
    let listener = TcpListener::bind((LOOPBACK, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let answer = answer.clone();
            thread::spawn(move || answer(&head(&mut stream), &mut stream));
        }
    });
    Server { port }
}

pub(crate) struct Server {
    pub(crate) port: u16,
}

impl Server {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && matches!(stream.read(&mut byte), Ok(1)) {
        head.push(byte[0]);
        // The first byte of a TLS handshake: no request will follow.
        if head == [0x16] {
            break;
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// An answer with a length. Clients that have enough hang up: what a write then says is of no matter.
pub(crate) fn send(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n");
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

/// A server that answers everything with one page.
pub(crate) fn page_server(headers: &'static str, body: Vec<u8>) -> Server {
    serve(move |_, stream| send(stream, "200 OK", headers, &body))
}

/// A server that redirects everything to `location`.
pub(crate) fn redirect_server(location: &str) -> Server {
    let header = format!("location: {location}\r\n");
    serve(move |_, stream| send(stream, "302 Found", &header, b"moved"))
}

/// Bodies in the encodings that are asked for.
pub(crate) fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// One raw block of at most 255 bytes (RFC 8878, section 3.1.1).
pub(crate) fn zstd(data: &[u8]) -> Vec<u8> {
    let size = u8::try_from(data.len()).unwrap();
    let [a, b, c, _] = ((u32::from(size) << 3) | 1).to_le_bytes();
    [&[0x28, 0xb5, 0x2f, 0xfd, 0x20, size, a, b, c], data].concat()
}
