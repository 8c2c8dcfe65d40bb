using Amazon.S3;
using Amazon.S3.Model;

var client = new AmazonS3Client();
var configuration = new CORSConfiguration
{
    Rules = new List<CORSRule>
    {
        new CORSRule
        {
            Id = "CORSRule1",
            AllowedMethods = new List<string> { "PUT", "POST", "DELETE" },
            AllowedOrigins = new List<string> { "https://net.example.com" },
            MaxAgeSeconds = 3000
        }
    }
};
await client.PutCORSConfigurationAsync(new PutCORSConfigurationRequest { BucketName = "net", Configuration = configuration });
