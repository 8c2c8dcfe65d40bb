<?php
require 'vendor/autoload.php';

use Aws\S3\S3Client;

$client = new S3Client(['region' => 'eu-west-1', 'version' => 'latest']);
$client->putBucketCors([
    'Bucket' => 'php-files',
    'CORSConfiguration' => [
        'CORSRules' => [
            [
                'AllowedHeaders' => ['Authorization'],
                'AllowedMethods' => ['POST', 'GET', 'PUT'],
                'AllowedOrigins' => ['https://php.example.com'],
                'MaxAgeSeconds' => 3000,
            ],
        ],
    ],
]);
