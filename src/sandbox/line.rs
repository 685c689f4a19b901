//! TCP connections that can be cut in the middle of a request, as a bad network does.
//!
//! Knows nothing of what is said over them.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

/// Cuts the connection it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Scissors(CancellationToken);

impl Scissors {
    /// Cuts, and then never returns: nobody is left to answer.
    pub(super) async fn cut(&self) -> ! {
        self.0.cancel();
        std::future::pending().await
    }
}

/// Accepts connections; all are cut when the sandbox stops.
pub(super) struct Lines {
    pub(super) listener: TcpListener,
    pub(super) stopped: CancellationToken,
}

impl Listener for Lines {
    type Io = Line;
    type Addr = Scissors;

    async fn accept(&mut self) -> (Line, Scissors) {
        let (stream, _) = Listener::accept(&mut self.listener).await;
        // Small answers go out at once; a failure here only costs speed.
        let _ = stream.set_nodelay(true);
        let token = self.stopped.child_token();
        let cut = Box::pin(token.clone().cancelled_owned());
        (Line { stream, cut }, Scissors(token))
    }

    fn local_addr(&self) -> io::Result<Scissors> {
        Ok(Scissors(self.stopped.child_token()))
    }
}

impl Connected<IncomingStream<'_, Lines>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        stream.remote_addr().clone()
    }
}

/// One connection.
pub(super) struct Line {
    stream: TcpStream,
    cut: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl Line {
    /// An error once the line was cut. Closing then resets the connection instead of ending it
    /// politely, so that the client learns at once.
    fn check(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        if self.cut.as_mut().poll(cx).is_pending() {
            return Ok(());
        }
        self.stream.set_zero_linger()?;
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
