//! Reads the parameters out of an HTTP request: query, form, JSON or multipart.

use axum::body::Bytes;
use axum::extract::{Form, FromRequest, Multipart, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde_json::Value;

use super::parameters::{Parameters, Upload};
use super::refusal::Refusal;

/// Telegram's own limit on a request is 50 MB for uploads.
pub(super) const MOST_BYTES: usize = 50 * 1024 * 1024;

type Pairs = Vec<(String, String)>;

pub(super) async fn read(request: Request) -> Result<Parameters, Refusal> {
    let mut parameters = Parameters::default();
    let query = Query::<Pairs>::try_from_uri(request.uri()).map_err(|_| unreadable())?;
    put_pairs(&mut parameters, query.0);
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    match content_type.and_then(|value| value.split(';').next()).unwrap_or_default().trim() {
        "application/json" => read_json(request, &mut parameters).await?,
        "application/x-www-form-urlencoded" => {
            let form = Form::<Pairs>::from_request(request, &()).await.map_err(refused)?;
            put_pairs(&mut parameters, form.0);
        }
        "multipart/form-data" => read_multipart(request, &mut parameters).await?,
        _ => {}
    }
    Ok(parameters)
}

fn put_pairs(parameters: &mut Parameters, pairs: Pairs) {
    for (name, value) in pairs {
        parameters.put(name, Value::String(value));
    }
}

async fn read_json(request: Request, parameters: &mut Parameters) -> Result<(), Refusal> {
    let body = Bytes::from_request(request, &()).await.map_err(refused)?;
    match serde_json::from_slice(&body) {
        Ok(Value::Object(fields)) => {
            fields.into_iter().for_each(|(name, value)| parameters.put(name, value));
            Ok(())
        }
        _ => Err(Refusal::bad("can't parse JSON object")),
    }
}

async fn read_multipart(request: Request, parameters: &mut Parameters) -> Result<(), Refusal> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(refused)?;
    while let Some(field) = multipart.next_field().await.map_err(refused)? {
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(file) = field.file_name().map(str::to_owned) {
            let media_type = field.content_type().map(str::to_owned);
            let bytes = field.bytes().await.map_err(refused)?;
            parameters.put_file(name, Upload { name: file, media_type, bytes });
        } else {
            parameters.put(name, Value::String(field.text().await.map_err(refused)?));
        }
    }
    Ok(())
}

fn refused(rejection: impl IntoResponse) -> Refusal {
    match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new(413, "Request Entity Too Large"),
        _ => unreadable(),
    }
}

fn unreadable() -> Refusal {
    Refusal::bad("can't parse the request")
}
