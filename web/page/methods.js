/** The methods that S3 takes in a rule (API_CORSRule). */
export const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];
