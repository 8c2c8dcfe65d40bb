<#
.SYNOPSIS
    Creates the bucket of a branch office and lets its web desk read and write.
.EXAMPLE
    ./New-Bucket.ps1 -Office lisbon
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Office,
    [string] $Region = 'eu-south-2'
)

$ErrorActionPreference = 'Stop'
$bucket = "office-$($Office.ToLower())"
$tags = @{ office = $Office; owner = 'desk' }

if (-not (aws s3api head-bucket --bucket $bucket 2>$null)) {
    aws s3 mb "s3://$bucket" --region $Region | Out-Null
}

@'
{
  "CORSRules": [
    {
      "AllowedOrigins": [ "https://desk.example.pt" ],
      "AllowedMethods": [ "GET", "PUT", "DELETE" ],
      "AllowedHeaders": [ "content-type", "x-amz-*" ],
      "ExposeHeaders": [ "ETag" ],
      "MaxAgeSeconds": 1800
    }
  ]
}
'@ | Set-Content -Path "$env:TEMP\cors.json" -Encoding utf8

aws s3api put-bucket-cors --bucket $bucket --cors-configuration "file://$env:TEMP\cors.json"
Write-Host "Done: $bucket" -ForegroundColor Green
