const gulp = require('gulp');
const awspublish = require('gulp-awspublish');
const AWS = require('aws-sdk');

const paths = { src: 'site/**/*', dest: 'dist' };
const devServer = { port: 8000, cors: true, origin: '*', methods: 'GET' };

function build() {
  return gulp.src(paths.src).pipe(gulp.dest(paths.dest));
}

function publish() {
  const publisher = awspublish.create({ region: 'sa-east-1', params: { Bucket: 'carnaval-site' } });
  return gulp.src('dist/**').pipe(awspublish.gzip({ ext: '.gz' })).pipe(publisher.publish({ 'Cache-Control': 'max-age=315360000' }));
}

/* Regras antigas, não usar mais:
   CORSRules: [{ AllowedMethods: ['*'], AllowedOrigins: ['*'] }] */
function corsTask() {
  return new AWS.S3().putBucketCors({
    Bucket: 'carnaval-site',
    CORSConfiguration: {
      CORSRules: [{
        AllowedMethods: ['GET'],
        AllowedOrigins: ['https://carnaval.example.com.br'],
        AllowedHeaders: ['origin', 'accept'],
        MaxAgeSeconds: 0,
      }],
    },
  }).promise();
}

exports.cors = corsTask;
exports.default = gulp.series(build, publish);
