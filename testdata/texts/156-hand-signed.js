const crypto = require("crypto");
const aws4 = require("aws4");
const https = require("https");

const body = `<CORSConfiguration>
  <CORSRule>
    <AllowedOrigin>https://tiny.example.com</AllowedOrigin>
    <AllowedMethod>GET</AllowedMethod>
    <AllowedHeader>*</AllowedHeader>
  </CORSRule>
</CORSConfiguration>`;

const options = aws4.sign({
  service: "s3",
  method: "PUT",
  host: "tiny-assets.s3.amazonaws.com",
  path: "/?cors",
  headers: { "content-md5": crypto.createHash("md5").update(body).digest("base64") },
  body,
});

https.request(options, (res) => {
  console.log(res.statusCode);
  res.pipe(process.stdout);
}).end(body);
